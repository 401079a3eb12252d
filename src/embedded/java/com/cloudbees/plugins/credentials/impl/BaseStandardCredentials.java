package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.BaseCredentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.Util;
import java.util.UUID;

/** The common part of credentials with an id. */
public abstract class BaseStandardCredentials extends BaseCredentials implements StandardCredentials {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String description;

    public BaseStandardCredentials(String id, String description) {
        this(null, id, description);
    }

    /** @param id empty or null for a made-up one */
    public BaseStandardCredentials(CredentialsScope scope, String id, String description) {
        super(scope);
        String given = Util.fixEmpty(id);
        this.id = given == null ? UUID.randomUUID().toString() : given;
        this.description = Util.fixNull(description);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof StandardCredentials that && getClass() == that.getClass() && id.equals(that.getId());
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}
