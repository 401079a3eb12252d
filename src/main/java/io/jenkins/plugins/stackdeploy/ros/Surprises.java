package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;

/** ROS refuses a request because the stack is no longer what it was a moment ago. */
final class Surprises {
    /** How often the stack may move between looking and acting before that is an error. */
    private static final int MOST = 5;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RosWork work;
    private final RosOperation operation;

    Surprises(RosWork work) {
        this.work = work;
        this.operation = work.operation;
    }

    /**
     * Decides anew what to do. Not at once, since looks lag behind; a stack that is busy is waited for without end, as
     * {@link Others} does.
     *
     * @throws CloudException the surprise, when there have been too many
     */
    Turn decideAnew(CloudException surprise) throws CloudException, IOException {
        boolean busy = surprise.kind() == FaultKind.BUSY;
        if (busy && !work.waitsForOthers()) {
            return work.fail(Messages.Others_refusedBusy(work.stackName, surprise.describe()));
        }
        operation.surprises++;
        if (!busy && operation.surprises > MOST) {
            throw surprise;
        }
        if (operation.surprises <= MOST) {
            work.say(Messages.Deploy_surprise(work.stackName, surprise.describe()));
        }
        operation.stackId = null;
        operation.notSent();
        work.go(RosOperation.Phase.RECONCILE);
        return Turn.after(busy ? work.pace.next(work.running()) : PAUSE.multipliedBy(operation.surprises));
    }
}
