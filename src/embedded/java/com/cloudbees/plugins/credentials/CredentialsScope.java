package com.cloudbees.plugins.credentials;

import hudson.model.ModelObject;

/** Who may use credentials. */
public enum CredentialsScope {
    /** Jenkins itself, not its jobs. */
    SYSTEM {
        @Override
        public boolean isVisible(ModelObject context) {
            return context instanceof jenkins.model.Jenkins;
        }
    },
    /** Every job. */
    GLOBAL {
        @Override
        public boolean isVisible(ModelObject context) {
            return true;
        }
    },
    /** One user. */
    USER {
        @Override
        public boolean isVisible(ModelObject context) {
            return context instanceof hudson.model.User;
        }
    };

    public abstract boolean isVisible(ModelObject context);
}
