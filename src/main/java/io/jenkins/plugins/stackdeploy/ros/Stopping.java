package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What it means for an operation that somebody stops the build: leave it or cancel it, depending on how far it is. */
final class Stopping {
    private static final Duration CANCEL_TAKES_AT_MOST = Duration.ofMinutes(10);

    private final RosWork work;
    private final RosOperation operation;

    Stopping(RosWork work) {
        this.work = work;
        this.operation = work.operation;
    }

    /**
     * The turn of an operation that was asked to stop.
     *
     * @return the end or the next turn; empty to go on as if nothing had happened
     * @throws CloudException when the call to cancel failed; taken again if the reason passes
     * @throws IOException when the facts could not be saved
     */
    Optional<Turn> turn() throws CloudException, IOException {
        boolean mayHaveBegun =
                switch (operation.phase) {
                    case RECONCILE, OTHERS -> false;
                    case CLEARING, SUBMIT -> operation.sent();
                    case WATCH, SETTLE -> operation.submittedAt() != null;
                };
        if (!mayHaveBegun) {
            return end(Messages.Stop_nothingSent(work.stackName));
        }
        if (operation.phase == RosOperation.Phase.SUBMIT || operation.finalStatus != null) {
            // Either it is not known whether ROS has it, and asking again will tell; or there is nothing left to stop.
            return Optional.empty();
        }
        if (!operation.stop().cancel()) {
            return end(Messages.Stop_left(work.stackName));
        }
        if (work.now().isAfter(operation.stop().at().plus(CANCEL_TAKES_AT_MOST))) {
            return end(Messages.Stop_cancelSlow(work.stackName));
        }
        return operation.cancelled ? Optional.empty() : cancel();
    }

    private Optional<Turn> cancel() throws CloudException, IOException {
        try {
            work.client().call("CancelStackOperation", Map.of("StackId", operation.stackId, "CancelType", "Safe"));
            work.say(Messages.Stop_cancelling(work.stackName));
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            if (failed.kind() != FaultKind.NOT_FOUND && goesOn()) {
                return end(Messages.Stop_cannotCancel(work.stackName, failed.describe()));
            }
        }
        operation.cancelled = true;
        work.save();
        return Optional.of(Turn.NOW);
    }

    /** An operation that ends by itself at the same moment cannot be cancelled, and need not be. */
    private boolean goesOn() throws CloudException {
        return work.client()
                .get(operation.stackId, false)
                .filter(stack -> RosStatus.isMoving(stack.status()))
                .isPresent();
    }

    private Optional<Turn> end(String message) {
        return Optional.of(work.end(Outcome.Kind.ABORTED, message, work.facts()));
    }
}
