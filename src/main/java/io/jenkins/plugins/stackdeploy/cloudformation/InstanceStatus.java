package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.Optional;

/**
 * How a stack instance stands to its stack set.
 *
 * <p>Source: CloudFormation API 2010-05-15, StackInstanceSummary, Status.
 */
public enum InstanceStatus {
    /** It is what the stack set says. */
    CURRENT(true),
    /** The stack set has changed since, or the last operation on it failed. */
    OUTDATED(true),
    /** Its deletion or import failed: operations leave it out until it is deleted with its stack retained. */
    INOPERABLE(false);

    private final boolean updatable;

    InstanceStatus(boolean updatable) {
        this.updatable = updatable;
    }

    /** Whether operations can bring it up to date. */
    public boolean isUpdatable() {
        return updatable;
    }

    /**
     * Finds a status.
     *
     * @param name the name that the API answered; may be null
     * @return the status; empty for one that this version does not know, which never counts as current
     */
    public static Optional<InstanceStatus> of(String name) {
        return Names.find(values(), name);
    }
}
