package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationAction;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationResultSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationSummary;

/** Operations of somebody else on the stack set: finds them, says how far they are, and waits for their end or refuses to. */
final class Others {
    private final StackSetWork work;
    private final StackSetFacts facts;
    /** An operation that is too old to be listed among the newest; null when none is known. */
    private String olderId;

    Others(StackSetWork work) {
        this.work = work;
        this.facts = work.facts;
    }

    /**
     * Looks whether an operation of somebody else is under way.
     *
     * @return the turn that waits for it or refuses to; empty when there is none
     */
    Optional<Turn> inTheWay() throws CloudException, IOException {
        Optional<StackSetOperationSummary> found = find();
        return found.isPresent() ? Optional.of(meet(found.get())) : Optional.empty();
    }

    /** CloudFormation refused a call because an operation is under way. */
    Turn refused(CloudException refused) throws CloudException, IOException {
        Optional<StackSetOperationSummary> found = find();
        if (found.isPresent()) {
            return meet(found.get());
        }
        if (!work.request.operations().waitForOthers()) {
            return work.fail(Messages.Others_refusedBusy(work.name, refused.describe()));
        }
        return work.deciding.anew(refused);
    }

    /** The newest are listed first, and only the newest can be under way. */
    private Optional<StackSetOperationSummary> find() throws CloudException {
        return list("operations").items().stream()
                .filter(operation -> isUnderWay(operation.statusAsString()))
                .filter(operation -> !facts.isOurs(operation.operationId()))
                .findFirst();
    }

    /** The newest operation that changes anything, and is not ours; not one that only looks for drift. */
    Optional<StackSetOperationSummary> newest() throws CloudException {
        return newest("operations");
    }

    /** The same as it is by now, later in the same step. */
    Optional<StackSetOperationSummary> newestByNow() throws CloudException {
        return newest("operations by now");
    }

    private Optional<StackSetOperationSummary> newest(String when) throws CloudException {
        return list(when).items().stream()
                .filter(operation -> operation.action() != StackSetOperationAction.DETECT_DRIFT)
                .filter(operation -> !facts.isOurs(operation.operationId()))
                .findFirst();
    }

    private Page<StackSetOperationSummary> list(String when) throws CloudException {
        return work.step.once(when, () -> work.client().operations(work.name, work.callAs(), null));
    }

    private static boolean isUnderWay(String status) {
        return OperationStatus.of(status).map(known -> !known.isEnd()).orElse(true);
    }

    private Turn meet(StackSetOperationSummary other) throws CloudException, IOException {
        String what = describe(other);
        if (!work.request.operations().waitForOthers()) {
            return work.fail(Messages.Others_refused(work.name, what));
        }
        work.say(Messages.Others_waiting(work.name, what));
        facts.otherId = other.operationId();
        return work.go(Phase.OTHERS);
    }

    private String describe(StackSetOperationSummary other) throws CloudException {
        Instant since = other.creationTimestamp();
        Duration running =
                since == null || since.isAfter(work.now()) ? Duration.ZERO : Duration.between(since, work.now());
        return Messages.Others_operation(
                Text.oneLine(other.operationId()),
                Text.oneLine(other.actionAsString()),
                Text.oneLine(other.statusAsString()),
                Durations.tell(running),
                progress(other.operationId()));
    }

    private String progress(String id) throws CloudException {
        List<StackSetOperationResultSummary> results;
        boolean more;
        try {
            Page<StackSetOperationResultSummary> page =
                    work.step.once("results", () -> work.client().results(work.name, id, work.callAs(), null));
            results = page.items();
            more = page.nextToken() != null;
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            // How far it is only helps people to judge; waiting needs no more than its status.
            return Messages.Others_unknownProgress();
        }
        long done = results.stream()
                .filter(result -> ResultStatus.of(result.statusAsString())
                        .map(ResultStatus::isEnd)
                        .orElse(false))
                .count();
        return more
                ? Messages.Others_progressOfFirst(Amounts.text(done), Amounts.text(results.size()))
                : Messages.Watch_doneOf(Amounts.text(done), Amounts.text(results.size()));
    }

    /** Whether the next look at the operation that was found may be at a list of the stack set's operations. */
    boolean isListed() {
        return !facts.otherId.equals(olderId);
    }

    /** Waits for the end of the operation that was found; a look at the stack set's operations is null without one. */
    Turn turn(SetLook look) throws CloudException, IOException {
        String id = facts.otherId;
        Optional<String> other = status(id, look);
        String status = other.orElse("");
        if (other.isEmpty() || !isUnderWay(status)) {
            work.say(Messages.Others_over(Text.oneLine(id), Text.oneLine(status)));
            facts.otherId = null;
            return work.go(Phase.DECIDE);
        }
        work.standing(Messages.Standing_others(work.name, Text.oneLine(id), Text.oneLine(status)));
        return Turn.within(work.client().pause(work.pace.next(work.running())));
    }

    private Optional<String> status(String id, SetLook look) throws CloudException {
        if (look != null) {
            Optional<String> listed = look.find(id).map(StackSetOperationSummary::statusAsString);
            if (listed.isPresent()) {
                return listed;
            }
            olderId = look.leavesOutOlder() ? id : null;
        }
        return work.client().operation(work.name, id, work.callAs()).map(StackSetOperation::statusAsString);
    }
}
