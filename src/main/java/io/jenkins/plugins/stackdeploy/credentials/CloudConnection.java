package io.jenkins.plugins.stackdeploy.credentials;

import hudson.ExtensionPoint;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;

/** A cloud account and where to reach it, named by an administrator so that jobs need to say no more than the name. */
public abstract class CloudConnection extends AbstractDescribableImpl<CloudConnection> implements ExtensionPoint {
    private final String name;

    /**
     * A connection.
     *
     * @param name what jobs call it
     */
    protected CloudConnection(String name) {
        this.name = Util.fixNull(Util.fixEmptyAndTrim(name));
    }

    public String getName() {
        return name;
    }
}
