package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;

/** Waits for the end of each operation of a plan, and reads what came of it. */
final class Watching {
    private final StackSetWork work;
    private final StackSetFacts facts;
    private OperationWatch watch;

    Watching(StackSetWork work) {
        this.work = work;
        this.facts = work.facts;
    }

    /** The operation is under way; a look at the stack set's operations is null when there was none. */
    Turn turn(SetLook look) throws CloudException, IOException {
        PlannedOperation planned = facts.now();
        Optional<StackSetOperation> ended = of(planned).look(look);
        if (ended.isEmpty()) {
            return of(planned).again();
        }
        planned.status = ended.get().statusAsString();
        planned.reason = work.context.masking().hide(Text.oneLine(ended.get().statusReason()));
        planned.reportedFailures = OperationWatch.failures(ended.get());
        return work.go(Phase.RESULTS);
    }

    /** The operation has ended: what is told last is how. */
    Turn results() throws CloudException, IOException {
        PlannedOperation planned = facts.now();
        Optional<Duration> again = of(planned).readLast();
        if (again.isPresent()) {
            return Turn.after(again.get());
        }
        work.say(Messages.Watch_ended(planned.id, planned.status));
        facts.surprises = 0;
        boolean tolerated = planned.succeeded() && work.request.operations().tolerateFailures();
        if (facts.stop() != null || !planned.succeeded() || (planned.hasFailures() && !tolerated)) {
            return work.go(Phase.SETTLE);
        }
        if (planned.hasFailures()) {
            work.say(Messages.Results_tolerated(
                    Amounts.instances(Math.max(planned.failures, planned.reportedFailures))));
        }
        return work.next();
    }

    /** Whether the next look at the operation under way may be at a list of the stack set's operations. */
    boolean isListed() {
        return watch == null || watch.isListed();
    }

    /** The watch of an operation; its results are kept while it is the same one. */
    OperationWatch of(PlannedOperation planned) {
        if (watch == null || !watch.isOf(planned)) {
            watch = new OperationWatch(work, planned);
            work.pace.news();
        }
        return watch;
    }

    /** The status that the last look at the operation under way saw; empty when there was none. */
    String lastStatus() {
        return watch == null ? "" : watch.lastStatus();
    }

    /** Another operation is next. */
    void forget() {
        watch = null;
    }
}
