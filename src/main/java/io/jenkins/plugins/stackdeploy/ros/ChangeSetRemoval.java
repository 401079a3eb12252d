package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.util.Map;
import java.util.Optional;

/**
 * Removes a change set that nobody will execute, and the empty stack that it was made with. Needs no memory: every turn looks
 * at what is there. One that was executed is no longer a plan, and stays.
 */
final class ChangeSetRemoval {
    /** How far it is. */
    enum State {
        /** More is to be done. */
        GOES_ON,
        /** It is gone. */
        GONE,
        /** It is being executed, or was: nothing was removed. */
        EXECUTED
    }

    private final RosClient client;
    private final RosChangeSets changeSets;

    ChangeSetRemoval(RosClient client) {
        this.client = client;
        this.changeSets = new RosChangeSets(client);
    }

    /**
     * Takes a turn.
     *
     * @param changeSetId the change set; empty when only an empty stack is left of it
     * @param stackId the stack that it is for
     * @param shell whether that stack may be an empty one that the change set was made with
     * @return how far it is
     * @throws CloudException when a call failed
     */
    State turn(String changeSetId, String stackId, boolean shell) throws CloudException {
        Optional<RosChangeSet> there = changeSetId.isEmpty() ? Optional.empty() : changeSets.get(changeSetId, false);
        if (there.isPresent() && there.get().isExecuted()) {
            return State.EXECUTED;
        }
        if (there.isPresent() && !there.get().status().equals("DELETE_COMPLETE")) {
            try {
                client.call("DeleteChangeSet", Map.of("ChangeSetId", changeSetId));
                return shell ? State.GOES_ON : State.GONE;
            } catch (CloudException failed) {
                // A change set can be read for longer than its stack is there, and can then not be deleted: it went
                // with it.
                if (failed.kind() != FaultKind.NOT_FOUND) {
                    return going(failed);
                }
            }
        }
        return shell ? shell(stackId) : State.GONE;
    }

    private State shell(String stackId) throws CloudException {
        String status = client.get(stackId, false).map(RosStack::status).orElse(RosStatus.DELETE_COMPLETE.name());
        if (status.equals(RosStatus.DELETE_IN_PROGRESS.name())) {
            return State.GOES_ON;
        }
        boolean empty = status.equals(RosStatus.REVIEW_IN_PROGRESS.name());
        if (!empty || !changeSets.of(stackId).isEmpty()) {
            // It is gone; or it is somebody's by now, who has made a change set for it or executed one.
            return State.GONE;
        }
        try {
            client.call("DeleteStack", Map.of("StackId", stackId));
        } catch (CloudException failed) {
            return going(failed);
        }
        return State.GOES_ON;
    }

    /** Being busy is looked at again, and so is being gone. */
    private static State going(CloudException failed) throws CloudException {
        if (failed.kind() == FaultKind.BUSY || failed.kind() == FaultKind.NOT_FOUND) {
            return State.GOES_ON;
        }
        throw failed;
    }
}
