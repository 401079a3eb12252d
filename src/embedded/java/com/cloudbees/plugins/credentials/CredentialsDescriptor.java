package com.cloudbees.plugins.credentials;

import hudson.model.Descriptor;

/** Describes a kind of {@link Credentials}. */
public abstract class CredentialsDescriptor extends Descriptor<Credentials> {
    protected CredentialsDescriptor() {}

    protected CredentialsDescriptor(Class<? extends Credentials> clazz) {
        super(clazz);
    }
}
