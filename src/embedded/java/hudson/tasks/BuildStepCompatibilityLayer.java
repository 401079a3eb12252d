package hudson.tasks;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Action;
import hudson.model.BuildListener;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import jenkins.tasks.SimpleBuildStep;

/** Lets a {@link SimpleBuildStep} run as a step of a freestyle build. */
public abstract class BuildStepCompatibilityLayer implements BuildStep {
    @Override
    public boolean prebuild(AbstractBuild<?, ?> build, BuildListener listener) {
        return true;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        if (!(this instanceof SimpleBuildStep step)) {
            throw new UnsupportedOperationException(getClass() + " does not implement perform");
        }
        EnvVars env = build.getEnvironment(listener);
        if (!step.requiresWorkspace()) {
            step.perform(build, env, listener);
            return true;
        }
        FilePath workspace = build.getWorkspace();
        if (workspace == null) {
            throw new AbortException("no workspace for " + build);
        }
        step.perform(build, workspace, env, launcher, listener);
        return true;
    }

    @Override
    public Action getProjectAction(AbstractProject<?, ?> project) {
        return null;
    }

    @Override
    public Collection<? extends Action> getProjectActions(AbstractProject<?, ?> project) {
        Action action = getProjectAction(project);
        return action == null ? List.of() : List.of(action);
    }
}
