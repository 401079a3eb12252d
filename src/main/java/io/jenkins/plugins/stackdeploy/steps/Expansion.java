package io.jenkins.plugins.stackdeploy.steps;

import hudson.EnvVars;
import hudson.model.TaskListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/** Fills environment variables into a step's texts, as freestyle build steps do. */
final class Expansion {
    /**
     * A template has variables of its own that are written the same way; and whoever may only start a job must not choose by
     * a build parameter which credentials it uses.
     */
    private static final Set<String> AS_IT_IS = Set.of(
            "templateBody",
            "connection",
            "credentialsId",
            "roleArn",
            "externalId",
            "memberRoleName",
            "secretParametersText");

    private Expansion() {}

    /**
     * A copy of a step with its variables filled in; unknown ones stay as they are.
     *
     * @param step any step
     * @param env the variables
     * @param listener told of what cannot be bound
     * @return the copy
     */
    static <S extends DeployStep> S of(S step, EnvVars env, TaskListener listener) {
        @SuppressWarnings("unchecked") // the class of an S
        DescribableModel<S> model = DescribableModel.of((Class<S>) step.getClass());
        Map<String, Object> arguments = new HashMap<>(model.uninstantiate2(step).getArguments());
        arguments.replaceAll(
                (name, value) -> value instanceof String text && !AS_IT_IS.contains(name) ? env.expand(text) : value);
        try {
            return model.instantiate(arguments, listener);
        } catch (Exception impossible) {
            throw new IllegalStateException("a copy of a step that exists cannot be made", impossible);
        }
    }
}
