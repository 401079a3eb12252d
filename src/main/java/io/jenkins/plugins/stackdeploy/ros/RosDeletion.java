package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Deletes a stack. DeleteStack takes no token; before it is sent again the stack is looked at, and one that is being
 * deleted, or gone, is not deleted again.
 */
public final class RosDeletion extends RosWork {
    private final RosDeleteRequest request;

    /**
     * A deletion, new or interrupted.
     *
     * @param context what to work with
     * @param operation its facts, empty for a new one
     * @param request what is asked for
     */
    public RosDeletion(RosContext context, RosOperation operation, RosDeleteRequest request) {
        super(context, operation, request.stackName());
        this.request = request;
        operation.action = RosOperation.Action.DELETE;
    }

    @Override
    boolean waitsForOthers() {
        return request.waitForOthers();
    }

    @Override
    EventDetail detail() {
        return request.events();
    }

    @Override
    Turn reconcile() throws CloudException, IOException {
        Optional<RosStack> live = client().find(stackName);
        if (live.isEmpty()) {
            say(Messages.Delete_absent(stackName, group().region()));
            Map<String, Object> facts = facts();
            facts.put("status", RosStatus.DELETE_COMPLETE.name());
            return end(Outcome.Kind.SUCCESS, Messages.Delete_absent(stackName, group().region()), facts);
        }
        RosStack stack = live.get();
        if (stack.deletionProtected()) {
            operation.stackId = stack.id();
            return fail(Messages.Delete_protected(stackName));
        }
        if (RosStatus.isMoving(stack.status())) {
            return others.meet(stack);
        }
        operation.comesAfter(stack);
        operation.expectEvents(client().serverTime(), RosStatus.DELETE_IN_PROGRESS.name());
        say(
                request.retainAllResources()
                        ? Messages.Delete_forgets(stackName, group().region())
                        : Messages.Delete_begins(stackName, group().region(), stack.status()));
        return go(RosOperation.Phase.SUBMIT);
    }

    @Override
    Turn submit() throws CloudException, IOException {
        if (operation.sent()) {
            if (isUnderWay(client().get(operation.stackId, false))) {
                return accepted();
            }
            if (operation.stop() != null) {
                // The request never arrived, and is no longer wanted.
                operation.notSent();
                return Turn.NOW;
            }
        }
        operation.sending();
        save();
        try {
            client().call("DeleteStack", query());
        } catch (CloudException failed) {
            if (failed.kind() == FaultKind.BUSY) {
                return surprises.decideAnew(failed);
            }
            if (failed.kind() != FaultKind.NOT_FOUND) {
                throw failed;
            }
        }
        return accepted();
    }

    private boolean isUnderWay(Optional<RosStack> stack) {
        String status = stack.map(RosStack::status).orElse(RosStatus.DELETE_COMPLETE.name());
        return status.equals(RosStatus.DELETE_COMPLETE.name())
                || status.equals(RosStatus.DELETE_IN_PROGRESS.name())
                || (status.equals(RosStatus.DELETE_FAILED.name()) && !status.equals(operation.statusBefore));
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        query.put("StackId", operation.stackId);
        if (request.retainAllResources()) {
            query.put("RetainAllResources", "true");
        }
        RosSubmission.list(query, "RetainResources", request.retainResources());
        if (request.ramRoleName() != null) {
            query.put("RamRoleName", request.ramRoleName());
        }
        return query;
    }

    private Turn accepted() throws IOException {
        operation.submitted(now());
        records().accepted();
        watching.beginAnew();
        if (!request.waitForEnd()) {
            say(Messages.Deploy_notWaiting());
            Map<String, Object> facts = facts();
            facts.put("status", RosStatus.DELETE_IN_PROGRESS.name());
            return end(Outcome.Kind.SUCCESS, Messages.Deploy_notWaiting(), facts);
        }
        return watching.begin();
    }

    @Override
    Turn settle() throws CloudException, IOException {
        watching.watch().readLast();
        if (isDeleted()) {
            String message = Messages.Delete_done(stackName, Durations.tell(running()));
            say(message);
            return end(Outcome.Kind.SUCCESS, message, facts());
        }
        if (operation.stop() != null) {
            return end(Outcome.Kind.ABORTED, Messages.Stop_cancelled(stackName, operation.finalStatus), facts());
        }
        FailureSummary summary = new RosFailures(client(), null)
                .explain(operation, stackName, watching.watch().feed().latest().values());
        tell(summary);
        return end(Outcome.Kind.FAILURE, summary.headline(), facts());
    }

    private boolean isDeleted() {
        return RosStatus.DELETE_COMPLETE.name().equals(operation.finalStatus);
    }

    @Override
    String notDone(String why) {
        return Messages.Failed_notDeleted(stackName, why);
    }

    @Override
    public Outcome overdue() {
        if (!isDeleted()) {
            return super.overdue();
        }
        // The stack is gone: that its last events could not be read in time does not bring it back.
        String message = Messages.Delete_done(stackName, Durations.tell(running()));
        context.console().line(message);
        return new Outcome(Outcome.Kind.SUCCESS, message, facts());
    }
}
