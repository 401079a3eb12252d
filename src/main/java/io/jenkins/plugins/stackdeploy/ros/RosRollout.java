package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What bringing a stack to a wanted state has in common, however ROS was asked: from its acceptance to its end. */
abstract class RosRollout extends RosWork {
    private Map<String, Object> outputs = Map.of();

    RosRollout(RosContext context, RosOperation operation, String stackName) {
        super(context, operation, stackName);
    }

    /** Whether to wait for the end, or only until ROS accepted the request. */
    abstract boolean waitsForEnd();

    /** Whether the stack may not be deleted; null to leave it as it is. */
    abstract Boolean deletionProtection();

    /** The template that is deployed, for messages; null when it is not known. */
    abstract RosTemplate template();

    /**
     * ROS has accepted the request.
     *
     * @param id the stack's id
     * @param first the status that the stack has from now on
     * @return the next turn, or the end
     * @throws IOException when the facts could not be saved
     */
    Turn accepted(String id, RosStatus first) throws IOException {
        operation.stackId = id;
        operation.submitted(now());
        records().accepted();
        watching.beginAnew();
        say(Messages.Deploy_accepted(operation.action.name(), id));
        say("  " + consoleUrl());
        if (!waitsForEnd()) {
            say(Messages.Deploy_notWaiting());
            Map<String, Object> facts = facts();
            facts.put("status", first.name());
            return end(Outcome.Kind.SUCCESS, Messages.Deploy_notWaiting(), facts);
        }
        return watching.begin();
    }

    /** Whether the stack has changed since the request was decided on. */
    boolean moved() throws CloudException {
        return client().get(operation.stackId, false)
                .filter(stack -> !operation.isAsBefore(stack))
                .isPresent();
    }

    /** There is nothing to do. */
    Turn unchanged() throws IOException {
        operation.action = RosOperation.Action.NONE;
        operation.finalStatus = operation.statusBefore;
        say(Messages.Deploy_unchanged(stackName));
        return go(RosOperation.Phase.SETTLE);
    }

    // Ends

    @Override
    Turn settle() throws CloudException, IOException {
        boolean unchanged = operation.action == RosOperation.Action.NONE;
        if (!unchanged) {
            watching.watch().readLast();
        }
        RosStatus.Phase phase =
                RosStatus.of(operation.finalStatus).map(RosStatus::phase).orElse(null);
        if (unchanged || phase == RosStatus.Phase.DONE) {
            return succeeded(unchanged);
        }
        if (operation.stop() != null) {
            return end(Outcome.Kind.ABORTED, Messages.Stop_cancelled(stackName, operation.finalStatus), facts());
        }
        FailureSummary summary = new RosFailures(client(), template())
                .explain(operation, stackName, watching.watch().feed().latest().values());
        tell(summary);
        return end(Outcome.Kind.FAILURE, summary.headline(), facts());
    }

    private Turn succeeded(boolean unchanged) throws CloudException {
        Optional<RosStack> stack = watching.ended();
        outputs = stack.map(RosStack::outputs).orElse(Map.of());
        protect(stack);
        String message = unchanged
                ? Messages.Deploy_unchanged(stackName)
                : Messages.Deploy_done(stackName, operation.finalStatus, Durations.tell(running()));
        if (!unchanged) {
            say(message);
        }
        if (!outputs.isEmpty()) {
            say("  " + Messages.Deploy_outputs());
            outputs.forEach((key, value) -> say("    " + key + " = " + Text.oneLine(value.toString())));
        }
        return end(Outcome.Kind.SUCCESS, message, facts());
    }

    /** Creation sets the protection itself; an update cannot. */
    private void protect(Optional<RosStack> stack) throws CloudException {
        Boolean wanted = deletionProtection();
        if (wanted == null || stack.isEmpty() || stack.get().deletionProtected() == wanted) {
            return;
        }
        client().call(
                        "SetDeletionProtection",
                        Map.of("StackId", operation.stackId, "DeletionProtection", wanted ? "Enabled" : "Disabled"));
        say(wanted ? Messages.Deploy_protected() : Messages.Deploy_unprotected());
    }

    @Override
    Map<String, Object> facts() {
        Map<String, Object> facts = super.facts();
        facts.put("outputs", new LinkedHashMap<>(outputs));
        return facts;
    }

    @Override
    String notDone(String why) {
        return Messages.Failed_notDeployed(stackName, why);
    }

    @Override
    public Outcome overdue() {
        boolean succeeded = operation.action == RosOperation.Action.NONE
                || RosStatus.of(operation.finalStatus)
                        .filter(status -> status.phase() == RosStatus.Phase.DONE)
                        .isPresent();
        if (!succeeded || operation.stop() != null) {
            return super.overdue();
        }
        // ROS is done, and well: that its outputs could not be read in time does not undo it.
        String message = Messages.Deploy_doneUnread(stackName, operation.finalStatus);
        context.console().line(message);
        return new Outcome(Outcome.Kind.SUCCESS, message, facts());
    }
}
