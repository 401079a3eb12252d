package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;

/**
 * Removes a change set that is not to stay, and the empty stack that it was made with. Then the planning ends as it was to
 * end, or begins anew.
 */
final class PlanClearing {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final RosPlanning work;
    private final RosOperation operation;

    PlanClearing(RosPlanning work) {
        this.work = work;
        this.operation = work.operation;
    }

    /**
     * Removes the change set from now on, if there is one.
     *
     * @param afterwards how the planning ends then; null when it begins anew
     */
    Turn begin(Outcome afterwards) throws IOException {
        operation.afterwards = afterwards;
        return work.go(RosOperation.Phase.CLEARING);
    }

    Turn turn() throws CloudException, IOException {
        if (operation.changeSetId != null && !isRemoved()) {
            return Turn.after(LOOK);
        }
        Outcome afterwards = operation.afterwards;
        if (afterwards != null) {
            return work.end(afterwards.kind(), afterwards.message(), afterwards.facts());
        }
        operation.stackId = null;
        operation.changeSetId = null;
        work.go(RosOperation.Phase.RECONCILE);
        return Turn.after(LOOK.multipliedBy(operation.surprises));
    }

    /** That the change set cannot be removed does not change how the planning ends, unless another is to be made. */
    private boolean isRemoved() throws CloudException {
        try {
            ChangeSetRemoval.State state =
                    new ChangeSetRemoval(work.client()).turn(operation.changeSetId, operation.stackId, work.creates());
            return state != ChangeSetRemoval.State.GOES_ON;
        } catch (CloudException failed) {
            if (failed.kind().isPassing() || operation.afterwards == null) {
                throw failed;
            }
            work.say(Messages.Plan_notRemoved(work.stackName, operation.changeSetId, failed.describe()));
            return true;
        }
    }
}
