package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.AbstractProject;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;

/** What the forms of all freestyle build steps have in common: any kind of job may have them. */
public abstract class DeployBuilderDescriptor extends BuildStepDescriptor<Builder> {
    @Override
    public boolean isApplicable(@SuppressWarnings("rawtypes") Class<? extends AbstractProject> jobType) {
        return true;
    }
}
