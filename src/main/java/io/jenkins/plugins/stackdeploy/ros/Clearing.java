package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes what a failed creation left, so that the stack can be created again. Deleting has no token, and needs none: a
 * stack that is being deleted is not deleted twice, and one that is gone cannot be.
 */
final class Clearing {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LOOKS_LAG = Duration.ofMinutes(1);

    private final RosDeployment work;
    private final RosOperation operation;
    private final RosSubmission submission;
    private Instant acceptedAt;

    Clearing(RosDeployment work, RosSubmission submission) {
        this.work = work;
        this.operation = work.operation;
        this.submission = submission;
    }

    /**
     * Takes a turn.
     *
     * @param old the stack that is in the way; empty when it is gone
     * @return the next turn, or the end
     * @throws CloudException when a call failed
     * @throws IOException when the facts could not be saved
     */
    Turn turn(Optional<RosStack> old) throws CloudException, IOException {
        if (old.isEmpty() || old.get().phase() == RosStatus.Phase.DELETED) {
            return operation.stop() == null
                    ? work.createAnew()
                    : work.end(Outcome.Kind.ABORTED, Messages.Stop_cleared(work.stackName), work.facts());
        }
        RosStack stack = old.get();
        if (RosStatus.isMoving(stack.status()) || isOld(stack)) {
            return Turn.within(work.client().pause(LOOK));
        }
        if (operation.stop() != null) {
            return work.end(
                    Outcome.Kind.ABORTED, Messages.Stop_cancelled(work.stackName, stack.status()), work.facts());
        }
        if (acceptedAt != null && stack.status().equals(RosStatus.DELETE_FAILED.name())) {
            return work.fail(Messages.Deploy_cannotClear(work.stackName, Text.oneLine(stack.statusReason())));
        }
        if (LeftBehind.of(stack) == LeftBehind.USABLE) {
            // Somebody has repaired it since it was decided to delete it.
            return work.go(RosOperation.Phase.RECONCILE);
        }
        return delete();
    }

    private Turn delete() throws CloudException, IOException {
        operation.sending();
        work.save();
        try {
            submission.delete(operation.stackId).send(work.client());
            acceptedAt = work.now();
        } catch (CloudException failed) {
            // Being busy is seen at the next look, or the stack rests again; being gone likewise.
            if (failed.kind() != FaultKind.BUSY && failed.kind() != FaultKind.NOT_FOUND) {
                throw failed;
            }
        }
        return Turn.after(LOOK);
    }

    /** Right after it accepted the deletion, ROS may still answer what the stack was like before. */
    private boolean isOld(RosStack stack) {
        return acceptedAt != null && operation.isAsBefore(stack) && work.now().isBefore(acceptedAt.plus(LOOKS_LAG));
    }
}
