package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.Optional;

/** Looks at what ROS does since it accepted a request, until its end. */
final class Watching {
    private final RosWork work;
    private final RosOperation operation;
    private StackWatch watch;
    /** The stack with its outputs, when the last look read them; null otherwise. */
    private RosStack ending;

    Watching(RosWork work) {
        this.work = work;
        this.operation = work.operation;
    }

    /** ROS has accepted the request: watches what comes of it. */
    Turn begin() throws IOException {
        work.go(RosOperation.Phase.WATCH);
        return Turn.within(work.client().pause(Looks.TEMPO.quick()));
    }

    /** Another stack, or another operation on it, is watched from now on. */
    void beginAnew() {
        watch = null;
        operation.seenRunning = false;
    }

    /** The watch of what is under way; the stack's id is known by then. */
    StackWatch watch() {
        if (watch == null) {
            watch = new StackWatch(work);
        }
        return watch;
    }

    /** The status that the last look saw; empty before the first. */
    String lastStatus() {
        return watch == null ? "" : watch.lastStatus();
    }

    Turn turn(Look look) throws CloudException, IOException {
        boolean byEvents = look == null && watch().goesByEvents();
        if (!byEvents || !watch().goesOnByEvents()) {
            Optional<RosStack> seen = byEvents ? ending() : work.current(look);
            Optional<String> ended = watch().look(seen);
            if (ended.isPresent()) {
                operation.finalStatus = ended.get();
                return work.go(RosOperation.Phase.SETTLE);
            }
            ending = null;
        }
        if (!lastStatus().isEmpty()) {
            work.stand(Messages.Standing_watching(work.stackName, lastStatus(), watch().counts()));
        }
        return watch().again();
    }

    /** The stack as it probably is at the end, with its outputs, so that they need not be read once more. */
    private Optional<RosStack> ending() throws CloudException {
        Optional<RosStack> seen = work.client().get(operation.stackId, true);
        ending = seen.orElse(null);
        return seen;
    }

    /** The stack with its outputs, after the end. */
    Optional<RosStack> ended() throws CloudException {
        return ending == null ? work.client().get(operation.stackId, true) : Optional.of(ending);
    }
}
