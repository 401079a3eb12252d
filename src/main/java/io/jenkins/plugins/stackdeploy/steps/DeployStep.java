package io.jenkins.plugins.stackdeploy.steps;

import hudson.Util;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What all steps that work on something in a cloud take. A step is also what a freestyle build step is configured with.
 * Everything but the name of that something is optional; what is not given is null, so that generated snippets stay short.
 */
public abstract class DeployStep extends Step implements Serializable {
    private static final long serialVersionUID = 1;

    private String connection;
    private String credentialsId;
    private String region;
    private String roleArn;
    private Integer watchTimeoutInMinutes;
    private String onFailure;
    private String onAbort;

    @Override
    public StepExecution start(StepContext context) {
        return new DeployStepExecution(context, this);
    }

    /** The name of what it works on, as the log's lines begin with it; null when none was given. */
    abstract String subject();

    /**
     * Reads the files and checks the arguments.
     *
     * @param preparation the build, its workspace and its console
     * @return what to do, complete, without secrets
     * @throws StackDeployException when something is wrong; it says everything that is
     */
    abstract DeployJob prepare(Preparation preparation) throws IOException, InterruptedException;

    /** Whether {@link #prepare} reads files of the workspace. */
    boolean readsWorkspace() {
        return false;
    }

    public String getConnection() {
        return connection;
    }

    @DataBoundSetter
    public void setConnection(String connection) {
        this.connection = Util.fixEmptyAndTrim(connection);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(String region) {
        this.region = Util.fixEmptyAndTrim(region);
    }

    public String getRoleArn() {
        return roleArn;
    }

    @DataBoundSetter
    public void setRoleArn(String roleArn) {
        this.roleArn = Util.fixEmptyAndTrim(roleArn);
    }

    public Integer getWatchTimeoutInMinutes() {
        return watchTimeoutInMinutes;
    }

    @DataBoundSetter
    public void setWatchTimeoutInMinutes(Integer watchTimeoutInMinutes) {
        this.watchTimeoutInMinutes = watchTimeoutInMinutes;
    }

    public String getOnFailure() {
        return onFailure;
    }

    @DataBoundSetter
    public void setOnFailure(String onFailure) {
        this.onFailure = Defaults.unless("fail", onFailure);
    }

    public String getOnAbort() {
        return onAbort;
    }

    @DataBoundSetter
    public void setOnAbort(String onAbort) {
        this.onAbort = Defaults.unless("leave", onAbort);
    }
}
