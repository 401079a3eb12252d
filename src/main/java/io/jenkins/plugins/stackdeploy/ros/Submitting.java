package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends a request that has a token. The token is saved before the request is sent and sent again, the same, until ROS has
 * answered: however often that takes, and whatever crashes meanwhile, ROS does it once.
 */
final class Submitting {
    private final RosWork work;
    private final RosOperation operation;

    Submitting(RosWork work) {
        this.work = work;
        this.operation = work.operation;
    }

    /** Sends the request, and goes on with the answer. */
    @FunctionalInterface
    interface Sending {
        Turn send() throws CloudException, IOException;
    }

    /** Goes on after a refusal; {@code again} says that an earlier attempt may have been accepted. */
    @FunctionalInterface
    interface Refusal {
        Turn turn(CloudException refused, boolean again) throws CloudException, IOException;
    }

    /** Goes on with what an earlier attempt with our token has done; empty when it has done nothing. */
    @FunctionalInterface
    interface Earlier {
        Optional<Turn> turn() throws CloudException, IOException;
    }

    /**
     * It is decided what to do: a new request is sent from now on.
     *
     * @param live the stack as the decision knows it; null when there is none yet, which then notifies of itself where that is
     *     wanted
     */
    Turn begin(RosStack live) throws IOException {
        operation.comesAfter(live);
        operation.newToken();
        operation.notificationUrl = live == null ? work.context.notificationUrl() : null;
        return work.go(RosOperation.Phase.SUBMIT);
    }

    /** Sends the request, perhaps again. */
    Turn turn(Sending sending, Refusal refusal) throws CloudException, IOException {
        boolean again = operation.sent();
        operation.sending();
        work.save();
        try {
            return sending.send();
        } catch (OverBudgetException later) {
            if (!again) {
                operation.notSent();
            }
            throw later;
        } catch (CloudException failed) {
            if (failed.kind() != FaultKind.THROTTLED) {
                return refusal.turn(failed, again);
            }
            // A throttled request has certainly not taken effect: whatever is found next time is not ours.
            if (!again) {
                operation.notSent();
                work.save();
            }
            throw failed;
        }
    }

    /** The live stack is not what it was: either somebody was quicker, or an answer to us was lost. */
    Turn unexpected(CloudException refused, boolean again, Earlier earlier) throws CloudException, IOException {
        if (refused.kind() == FaultKind.NOT_FOUND && !"StackNotFound".equals(refused.code())) {
            throw refused;
        }
        boolean used = refused.kind() == FaultKind.TOKEN_MISMATCH;
        if (again || used) {
            Optional<Turn> ours = earlier.turn();
            if (ours.isPresent()) {
                return ours.get();
            }
        }
        if (used) {
            throw refused;
        }
        return work.surprises.decideAnew(refused);
    }
}
