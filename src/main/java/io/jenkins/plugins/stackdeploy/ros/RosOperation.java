package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import java.time.Instant;

/** The saved facts of an operation on a ROS stack. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        setterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class RosOperation extends Operation {
    /** Where it is. */
    enum Phase {
        /** Reads the live state and decides. */
        RECONCILE,
        /** Waits for somebody else's operation. */
        OTHERS,
        /** Deletes what is in the way, or what is no longer wanted. */
        CLEARING,
        /** Sends the request. */
        SUBMIT,
        /** Waits for ROS. */
        WATCH,
        /** Reads the last events and the outputs. */
        SETTLE
    }

    /** What is done to the stack. */
    enum Action {
        CREATE,
        UPDATE,
        NONE,
        RECREATE,
        DELETE,
        STATUS
    }

    Phase phase = Phase.RECONCILE;
    Action action;
    String stackId;
    /** What the stack was like before: an answer that still says so tells nothing of this operation. */
    String statusBefore;

    String updateTimeBefore;
    /** The status that the operation ended with; null while it goes on. */
    String finalStatus;
    /** ROS accepted a request to cancel. */
    boolean cancelled;
    /** How many times the decision had to be made anew, because the stack moved between looking and acting. */
    int surprises;

    /** A look has shown the operation running: what is seen after that is no longer what was before it. */
    boolean seenRunning;

    /** The address to notify that the request names, kept with the token so that it is the same when it is sent again. */
    String notificationUrl;

    String driftDetectionId;
    /** The change set that was made, or is executed; null when there is none. */
    String changeSetId;
    /** How it ends when what was made for it is removed again; null while that is not wanted. */
    Outcome afterwards;

    EventCursor events = new EventCursor();

    /**
     * The id of the stack.
     *
     * @return null until it is known
     */
    public String stackId() {
        return stackId;
    }

    /**
     * What is decided is decided about this stack as it is now.
     *
     * @param live null when there is none
     */
    void comesAfter(RosStack live) {
        stackId = live == null ? null : live.id();
        statusBefore = live == null ? null : live.status();
        updateTimeBefore = live == null ? null : live.updateTime();
    }

    /** Whether the stack, by all that can be told, is still as it was when that was decided. */
    boolean isAsBefore(RosStack stack) {
        return stack.status().equals(statusBefore) && stack.updateTime().equals(updateTimeBefore);
    }

    /** Forgets what was read of an earlier operation. */
    void expectEvents(Instant since, String firstStatus) {
        events = new EventCursor();
        events.since = since;
        events.firstStatus = firstStatus;
    }
}
