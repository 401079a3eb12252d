package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.Optional;

/** Somebody else's operation on the stack: waits for its end, or refuses to. */
final class Others {
    private final RosWork work;
    private final RosOperation operation;

    Others(RosWork work) {
        this.work = work;
        this.operation = work.operation;
    }

    /** Begins to wait for the operation that is under way on this stack, or refuses to. */
    Turn meet(RosStack stack) throws IOException {
        operation.stackId = stack.id();
        if (!work.waitsForOthers()) {
            return work.fail(Messages.Others_refused(work.stackName, stack.status()));
        }
        work.say(Messages.Others_waiting(work.stackName, stack.status()));
        return work.go(RosOperation.Phase.OTHERS);
    }

    /** Waits for its end, and then has it decided anew what to do. */
    Turn turn(Look look) throws CloudException, IOException {
        Optional<RosStack> stack = work.current(look);
        if (stack.isEmpty() || !RosStatus.isMoving(stack.get().status())) {
            String status = stack.map(RosStack::status).orElse(RosStatus.DELETE_COMPLETE.name());
            work.say(Messages.Others_over(work.stackName, status));
            operation.stackId = null;
            return work.go(RosOperation.Phase.RECONCILE);
        }
        work.stand(Messages.Standing_others(work.stackName, stack.get().status()));
        return Turn.within(work.client().pause(work.pace.next(work.running())));
    }
}
