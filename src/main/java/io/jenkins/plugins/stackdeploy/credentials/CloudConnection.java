package io.jenkins.plugins.stackdeploy.credentials;

import hudson.ExtensionPoint;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * A cloud account and where to reach it, named by an administrator so that jobs need to say no more than the name. Only
 * here can an endpoint be set: a job must not send credentials elsewhere.
 */
public abstract class CloudConnection extends AbstractDescribableImpl<CloudConnection> implements ExtensionPoint {
    private final String name;
    private final String credentialsId;
    private final String region;
    private String roleArn;
    private String endpoint;
    private String stsEndpoint;
    private Integer callsPerMinute;

    /**
     * A connection.
     *
     * @param name what jobs call it
     * @param credentialsId credentials with an access key
     * @param region the region of stacks, unless a job names another
     */
    protected CloudConnection(String name, String credentialsId, String region) {
        this.name = Util.fixNull(Util.fixEmptyAndTrim(name));
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
        this.region = Util.fixEmptyAndTrim(region);
    }

    public String getName() {
        return name;
    }

    /** Credentials with an access key; null when none were chosen. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** The region of stacks, unless a job names another; may be null. */
    public String getRegion() {
        return region;
    }

    /** The role to take on; null for none. */
    public String getRoleArn() {
        return roleArn;
    }

    @DataBoundSetter
    public void setRoleArn(String roleArn) {
        this.roleArn = Util.fixEmptyAndTrim(roleArn);
    }

    /** Where the stack service is called; null for the public endpoint. */
    public String getEndpoint() {
        return endpoint;
    }

    @DataBoundSetter
    public void setEndpoint(String endpoint) {
        this.endpoint = Util.fixEmptyAndTrim(endpoint);
    }

    /** Where STS is called; null for the public endpoint. */
    public String getStsEndpoint() {
        return stsEndpoint;
    }

    @DataBoundSetter
    public void setStsEndpoint(String stsEndpoint) {
        this.stsEndpoint = Util.fixEmptyAndTrim(stsEndpoint);
    }

    /** How often the stack service may be called in a minute; null for what the cloud usually allows. */
    public Integer getCallsPerMinute() {
        return callsPerMinute;
    }

    @DataBoundSetter
    public void setCallsPerMinute(Integer callsPerMinute) {
        this.callsPerMinute = callsPerMinute == null || callsPerMinute == usualCallsPerMinute() ? null : callsPerMinute;
    }

    /** How often the stack service may be called in a minute, at least once. */
    int callsPerMinute() {
        return callsPerMinute == null ? usualCallsPerMinute() : Math.max(1, callsPerMinute);
    }

    /** What the cloud usually allows. */
    abstract int usualCallsPerMinute();
}
