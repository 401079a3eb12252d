package io.jenkins.plugins.stackdeploy.cloudformation;

/** Whether accounts that join a target organizational unit get the stack. Source: CodePipeline, OrganizationsAutoDeployment. */
public enum AutoDeployment {
    /** They do not. */
    DISABLED,
    /** They do; the stack of an account that leaves is deleted. */
    ENABLED,
    /** They do; the stack of an account that leaves is kept. */
    ENABLED_WITH_STACK_RETENTION
}
