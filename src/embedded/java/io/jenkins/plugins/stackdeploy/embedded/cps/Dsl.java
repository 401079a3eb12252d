package io.jenkins.plugins.stackdeploy.embedded.cps;

import groovy.lang.GroovyObjectSupport;
import hudson.model.Describable;
import hudson.model.Descriptor;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Makes steps, and what is nested in their arguments, callable by name. */
public final class Dsl extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String DECLARATIVE = "pipeline";

    /** Names that mean something inside the arguments of the runner's own steps. */
    private static final Set<String> NESTED =
            Set.of("string", "booleanParam", "choice", "password", "text", "usernamePassword", "file", "logRotator");

    private final ExecutionHandle handle;

    Dsl(ExecutionHandle handle) {
        this.handle = handle;
    }

    @Override
    public Object invokeMethod(String name, Object args) {
        StepDescriptor step = StepDescriptor.byFunctionName(name);
        if (step != null) {
            return new StepCall(handle.execution(), step).invoke(args);
        }
        Descriptor<?> described = SymbolLookup.get().findDescriptor(Describable.class, name);
        if (described != null) {
            return nested(name, args, described.clazz);
        }
        if (NESTED.contains(name)) {
            Map<String, Object> named = StepArguments.parse(args, false, UninstantiatedDescribable.ANONYMOUS_KEY)
                    .named();
            return new UninstantiatedDescribable(name, null, named);
        }
        if (name.equals(DECLARATIVE)) {
            return handle.execution().interpreter().runDeclarative(args);
        }
        throw unknown(name);
    }

    private Object nested(String symbol, Object args, Class<?> type) {
        DescribableModel<?> model = new DescribableModel<>(type);
        StepArguments arguments = StepArguments.parse(args, false, UninstantiatedDescribable.ANONYMOUS_KEY);
        if (!arguments.named().containsKey(UninstantiatedDescribable.ANONYMOUS_KEY)) {
            arguments.check(symbol, model);
        }
        UninstantiatedDescribable described = new UninstantiatedDescribable(symbol, null, arguments.named());
        StepDescriptor carrier = carrierOf(type);
        if (carrier == null) {
            return described;
        }
        DescribableParameter carried = new DescribableModel<>(carrier.clazz).getFirstRequiredParameter();
        return new StepCall(handle.execution(), carrier).invoke(new Object[] {Map.of(carried.getName(), described)});
    }

    /** @return the step that only carries describables of this type, or null */
    private static StepDescriptor carrierOf(Class<?> type) {
        for (StepDescriptor each : StepDescriptor.all()) {
            if (each.isMetaStep()
                    && new DescribableModel<>(each.clazz)
                            .getFirstRequiredParameter()
                            .getErasedType()
                            .isAssignableFrom(type)) {
                return each;
            }
        }
        return null;
    }

    private static NoSuchMethodError unknown(String name) {
        Set<String> steps = new TreeSet<>();
        StepDescriptor.all().forEach(each -> steps.add(each.getFunctionName()));
        Set<String> symbols = new TreeSet<>();
        for (Descriptor<?> each : Jenkins.get().getExtensionList(Descriptor.class)) {
            symbols.addAll(SymbolLookup.getSymbolValue(each.getClass()));
        }
        Set<String> all = new TreeSet<>(steps);
        all.addAll(symbols);
        return new NoSuchMethodError("No such DSL method '" + name + "' found among steps " + steps + " or symbols "
                + symbols + NearestName.hint(name, all));
    }
}
