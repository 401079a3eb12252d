package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A submitted operation with its whole course, past and future. */
public final class Operation {
    private final StackAction action;
    private final String requestId;
    private final Instant submittedAt;
    private final Instant updateTime;
    private final Revision target;
    private final boolean disableRollback;
    private final List<Transition> timeline = new ArrayList<>();
    private transient int changes;

    /**
     * @param updateTime the UpdateTime that it gives to its stack, or null if it gives none
     * @param target what the stack is meant to become; null for a delete
     */
    Operation(
            StackAction action,
            String requestId,
            Instant submittedAt,
            Instant updateTime,
            Revision target,
            boolean disableRollback) {
        this.action = action;
        this.requestId = requestId;
        this.submittedAt = submittedAt;
        this.updateTime = updateTime;
        this.target = target;
        this.disableRollback = disableRollback;
    }

    /** For Jackson, which then fills the fields. */
    private Operation() {
        this(null, null, null, null, null, false);
    }

    /** Returns what it does. */
    public StackAction action() {
        return action;
    }

    /** Returns the id of the request that submitted it. */
    public String requestId() {
        return requestId;
    }

    /** Returns when it was submitted; for a nested stack, when the outer operation gets to it. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** Returns when its last transition happens. */
    public Instant endsAt() {
        return timeline.isEmpty()
                ? submittedAt
                : timeline.get(timeline.size() - 1).at();
    }

    /** Returns the UpdateTime that it gives to its stack, or null if it gives none. */
    public Instant updateTime() {
        return updateTime;
    }

    Revision target() {
        return target;
    }

    boolean disableRollback() {
        return disableRollback;
    }

    /** Returns all transitions in order of time. */
    public List<Transition> timeline() {
        return Collections.unmodifiableList(timeline);
    }

    /** Returns how often its course was written to, for those who remember what came of it. */
    int changes() {
        return changes;
    }

    void add(Transition transition) {
        timeline.add(transition);
        changes++;
    }

    /** Replaces the course from some moment on. */
    void rewrite(List<Transition> newTimeline) {
        timeline.clear();
        timeline.addAll(newTimeline);
        changes++;
    }
}
