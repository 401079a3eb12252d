package io.jenkins.plugins.stackdeploy.cloudformation;

/** In which role of the organization the caller acts, on every call alike. Source: CloudFormation API, CallAs. */
public enum CallAs {
    /** The management account, or an account of its own. */
    SELF,
    /** An account that is registered as a delegated administrator. */
    DELEGATED_ADMIN
}
