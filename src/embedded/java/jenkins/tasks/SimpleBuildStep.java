package jenkins.tasks;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStep;
import java.io.IOException;

/** A build step that runs in any kind of build. Implement one of the methods called perform. */
public interface SimpleBuildStep extends BuildStep {
    /** The older form, without variables. */
    default void perform(Run<?, ?> run, FilePath workspace, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        if (overrides(getClass(), Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class)) {
            perform(run, workspace, run.getEnvironment(listener), launcher, listener);
            return;
        }
        throw new AbstractMethodError(
                "Unless a build step is marked as not requiring a workspace context, "
                        + "you must implement the overload of the perform() method that takes both a workspace and a launcher.");
    }

    /** @param env the variables at this place in the build */
    default void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        perform(run, workspace, launcher, listener);
    }

    /** For a step that answers false from {@link #requiresWorkspace}. */
    default void perform(Run<?, ?> run, EnvVars env, TaskListener listener) throws InterruptedException, IOException {
        if (requiresWorkspace()) {
            throw new AbortException(getClass().getName() + " requires a workspace");
        }
        throw new AbstractMethodError(
                "When a build step is marked as not requiring a workspace context, "
                        + "you must implement the overload of the perform() method that does not take a workspace or launcher.");
    }

    default boolean requiresWorkspace() {
        return true;
    }

    private static boolean overrides(Class<?> type, Class<?>... parameters) {
        return Util.isOverridden(SimpleBuildStep.class, type, "perform", parameters);
    }
}
