package hudson.model;

import hudson.EnvVars;
import hudson.Util;

/** An action that adds variables to the rest of the build. */
public interface EnvironmentContributingAction extends Action {
    /** Called whenever a build's variables are put together. */
    default void buildEnvironment(Run<?, ?> run, EnvVars env) {
        if (run instanceof AbstractBuild<?, ?> build
                && Util.isOverridden(
                        EnvironmentContributingAction.class,
                        getClass(),
                        "buildEnvVars",
                        AbstractBuild.class,
                        EnvVars.class)) {
            buildEnvVars(build, env);
        }
    }

    /** The older form, for freestyle builds alone. */
    default void buildEnvVars(AbstractBuild<?, ?> build, EnvVars env) {
        if (Util.isOverridden(
                EnvironmentContributingAction.class, getClass(), "buildEnvironment", Run.class, EnvVars.class)) {
            buildEnvironment(build, env);
        }
    }
}
