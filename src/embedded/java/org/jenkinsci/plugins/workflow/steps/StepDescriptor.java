package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/** Describes a kind of {@link Step}. */
public abstract class StepDescriptor extends Descriptor<Step> {
    /** @return what must be there for the step to run, for instance a workspace */
    public abstract Set<? extends Class<?>> getRequiredContext();

    /** @return what the step hands to its body */
    public Set<? extends Class<?>> getProvidedContext() {
        return Collections.emptySet();
    }

    /** @return the name that a Pipeline calls the step by */
    public abstract String getFunctionName();

    /** @return whether the step has a body */
    public boolean takesImplicitBlockArgument() {
        return false;
    }

    public boolean isAdvanced() {
        return false;
    }

    /** @return whether the step only carries something else, named by its symbol */
    public boolean isMetaStep() {
        return false;
    }

    public Step newInstance(Map<String, Object> arguments) throws Exception {
        return (Step) new DescribableModel<>(clazz).instantiate(arguments, null);
    }

    /** @return a short text that tells this call from others, or null */
    public String argumentsToString(Map<String, Object> namedArgs) {
        if (namedArgs.size() != 1) {
            return null;
        }
        Object only = namedArgs.values().iterator().next();
        boolean simple = only instanceof CharSequence
                || only instanceof Number
                || only instanceof Boolean
                || only instanceof Enum;
        return simple ? only.toString() : null;
    }

    /** @throws MissingContextVariableException if something required is not there */
    public final void checkContextAvailability(StepContext c)
            throws MissingContextVariableException, IOException, InterruptedException {
        for (Class<?> type : getRequiredContext()) {
            if (c.get(type) == null) {
                throw new MissingContextVariableException(type, this);
            }
        }
    }

    public static ExtensionList<StepDescriptor> all() {
        return ExtensionList.lookup(StepDescriptor.class);
    }

    /** @return null if there is no such step */
    public static StepDescriptor byFunctionName(String name) {
        for (StepDescriptor each : all()) {
            if (each.getFunctionName().equals(name)) {
                return each;
            }
        }
        return null;
    }
}
