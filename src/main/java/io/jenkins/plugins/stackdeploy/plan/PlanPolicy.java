package io.jenkins.plugins.stackdeploy.plan;

/** What is thought of changes that destroy something. */
public enum PlanPolicy {
    /** They are as good as any. */
    ALLOW,
    /** The log names them. */
    WARN,
    /** There is no plan with such a change. */
    REFUSE
}
