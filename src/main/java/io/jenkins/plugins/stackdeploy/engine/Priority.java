package io.jenkins.plugins.stackdeploy.engine;

/**
 * What a call is for. When a {@link CallBudget} runs low, what matters less waits first, so that reading never holds up a
 * request that changes something, and events never hold up knowing how a deployment stands.
 */
public enum Priority {
    /** Changes something, or reads what a change has to wait for. */
    WRITE(0),
    /** Tells how an operation stands, or reads what is left to read at its end. */
    STATUS(0.1),
    /** Tells people of progress; a later call tells the same. */
    EVENTS(0.3);

    private final double kept;

    Priority(double kept) {
        this.kept = kept;
    }

    /**
     * How many calls of a full budget are kept for what matters more.
     *
     * @param size how many calls a full budget holds
     * @return at least 0 and, so that everybody's turn comes, at most one less than the size
     */
    int reserve(double size) {
        return (int) Math.min(size - 1, size * kept);
    }
}
