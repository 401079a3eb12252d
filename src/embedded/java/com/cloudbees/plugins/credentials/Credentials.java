package com.cloudbees.plugins.credentials;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Run;
import java.io.Serializable;

/** Something secret that Jenkins keeps for its jobs. */
public interface Credentials extends Describable<Credentials>, Serializable, ExtensionPoint {
    /** @return who may use it; null counts as {@link CredentialsScope#GLOBAL} */
    CredentialsScope getScope();

    @Override
    CredentialsDescriptor getDescriptor();

    /** @return the same credentials as far as the given build may know them */
    default Credentials forRun(Run<?, ?> context) {
        return this;
    }
}
