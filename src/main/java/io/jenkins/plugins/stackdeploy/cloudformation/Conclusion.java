package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The end of work on a stack set: what the operations came to, and what the instances are then like. */
final class Conclusion {
    private final StackSetWork work;
    private final StackSetFacts facts;

    Conclusion(StackSetWork work) {
        this.work = work;
        this.facts = work.facts;
    }

    Turn turn() throws CloudException, IOException {
        PlannedOperation ended = lastEnded();
        boolean bad = ended != null && isBad(ended);
        if (ended != null && ended.kind.isOperation() && (bad || facts.stop() != null)) {
            // After a restart its results are not known any longer.
            Optional<Duration> again = work.watching.of(ended).readLast();
            if (again.isPresent()) {
                return Turn.after(again.get());
            }
        }
        if (bad || isCutShort()) {
            List<Instance> all = work.inventory.read();
            return facts.stop() != null ? stopped(ended) : failed(ended, all);
        }
        return work.done();
    }

    private PlannedOperation lastEnded() {
        PlannedOperation last = null;
        for (PlannedOperation planned : facts.plan) {
            last = planned.status == null ? last : planned;
        }
        return last;
    }

    private boolean isBad(PlannedOperation ended) {
        return !ended.succeeded()
                || (ended.hasFailures() && !work.request.operations().tolerateFailures());
    }

    /** Whether all that was planned was done, and well. */
    boolean isGood() {
        PlannedOperation ended = lastEnded();
        return facts.now() == null && ended != null && !isBad(ended) && facts.stop() == null;
    }

    /** Whether somebody stopped the build while there was more to do. */
    private boolean isCutShort() {
        return facts.stop() != null && facts.plan.stream().anyMatch(planned -> planned.status == null);
    }

    private Turn stopped(PlannedOperation ended) {
        List<Place> changed = work.watching.of(ended).results().all().stream()
                .filter(Result::isSuccess)
                .map(Result::place)
                .toList();
        String message = changed.isEmpty()
                ? Messages.Stop_stoppedUnchanged(work.name, ended.id, ended.status)
                : Messages.Stop_stopped(
                        work.name, ended.id, ended.status, Amounts.instances(changed.size()), Amounts.some(changed));
        Map<String, Object> result = work.result();
        return work.end(Outcome.Kind.ABORTED, message, result);
    }

    private Turn failed(PlannedOperation ended, List<Instance> all) {
        FailureSummary summary = new StackSetFailures(work, all)
                .ofOperation(ended, work.watching.of(ended).results());
        work.tell(summary);
        return work.end(Outcome.Kind.FAILURE, summary.headline(), work.result());
    }
}
