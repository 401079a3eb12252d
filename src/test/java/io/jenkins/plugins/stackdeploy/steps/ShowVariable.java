package io.jenkins.plugins.stackdeploy.steps;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.Builder;
import jenkins.tasks.SimpleBuildStep;

/** Prints a variable, as a shell step would. */
final class ShowVariable extends Builder implements SimpleBuildStep {
    private final String variable;

    ShowVariable(String variable) {
        this.variable = variable;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener) {
        listener.getLogger().println(variable + "=" + env.get(variable));
    }
}
