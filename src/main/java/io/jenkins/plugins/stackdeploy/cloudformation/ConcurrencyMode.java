package io.jenkins.plugins.stackdeploy.cloudformation;

/** What failures do to the number of accounts deployed at once. Source: CloudFormation API, ConcurrencyMode. */
public enum ConcurrencyMode {
    /** Never more at once than may yet fail; the service's default. */
    STRICT_FAILURE_TOLERANCE,
    /** As many at once as asked for, whatever fails. */
    SOFT_FAILURE_TOLERANCE
}
