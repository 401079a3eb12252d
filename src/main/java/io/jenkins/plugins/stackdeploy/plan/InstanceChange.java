package io.jenkins.plugins.stackdeploy.plan;

/** What happens to an instance of a stack set. */
public enum InstanceChange {
    /** It is new. */
    CREATE,
    /** It is brought to what the stack set then is. */
    UPDATE,
    /** It is not targeted, and what it has is not, or no longer, what the stack set has. */
    OUTDATED,
    /** It cannot be updated: an operation leaves it out. */
    INOPERABLE,
    /** It stays as it is. */
    UNCHANGED
}
