package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Deploys a plan: executes its change set, exactly that one. When the template, a parameter or the live stack has moved since
 * the plan was made, it refuses, says what has moved, and does nothing.
 *
 * <pre>
 *   RECONCILE --> SUBMIT --> WATCH --> SETTLE
 * </pre>
 *
 * What is checked here ROS checks once more: a change set is no longer executable when another operation has changed its
 * stack. The token is saved before the request is sent and sent again, the same, until ROS has answered.
 */
public final class RosPlanExecution extends RosRollout {
    private final RosExecuteRequest request;
    private final Plan plan;
    private final RosChangeSets changeSets;

    /**
     * An execution, new or interrupted.
     *
     * @param context what to work with
     * @param operation its facts, empty for a new one
     * @param request what is asked for
     */
    public RosPlanExecution(RosContext context, RosOperation operation, RosExecuteRequest request) {
        super(context, operation, request.plan().name());
        this.request = request;
        this.plan = request.plan();
        this.changeSets = new RosChangeSets(context.client());
    }

    @Override
    EventDetail detail() {
        return request.events();
    }

    @Override
    int resourceCount() {
        return creates() ? plan.changes().size() : 0;
    }

    @Override
    boolean mayRollBack() {
        return !creates() || !Boolean.TRUE.equals(plan.desired().get("disableRollback"));
    }

    @Override
    boolean waitsForEnd() {
        return request.waitForEnd();
    }

    @Override
    Boolean deletionProtection() {
        return plan.desired().get("deletionProtection") instanceof Boolean wanted ? wanted : null;
    }

    @Override
    RosTemplate template() {
        return request.given() == null ? null : request.given().template();
    }

    private boolean creates() {
        return plan.action().equals(RosOperation.Action.CREATE.name());
    }

    private RosStatus begun() {
        return creates() ? RosStatus.CREATE_IN_PROGRESS : RosStatus.UPDATE_IN_PROGRESS;
    }

    @Override
    Turn reconcile() throws CloudException, IOException {
        PlanCheck check = new PlanCheck(plan);
        check.validity(group().region(), now());
        check.given(request.given());
        Optional<RosStack> live = Optional.empty();
        if (check.moved().isEmpty()) {
            live = client().get(plan.stackId(), false);
            check.live(live);
            if (plan.hasChanges()) {
                check.changeSet(changeSets.get(plan.changeSetId(), false));
            }
        }
        if (!check.moved().isEmpty()) {
            return refuse(check.moved());
        }
        RosStack stack = live.orElseThrow();
        operation.comesAfter(stack);
        operation.changeSetId = plan.changeSetId();
        if (!plan.hasChanges()) {
            return unchanged();
        }
        operation.action = RosOperation.Action.valueOf(plan.action());
        say(Messages.Execute_begins(operation.action.name(), stackName, group().region(), plan.digest()));
        operation.expectEvents(client().serverTime(), creates() ? null : RosStatus.UPDATE_IN_PROGRESS.name());
        return submitting.begin(stack);
    }

    private Turn refuse(List<String> moved) {
        moved.forEach(each -> say("  " + each));
        return fail(Messages.Execute_refused(stackName, String.join(" ", moved)));
    }

    @Override
    Turn submit() throws CloudException, IOException {
        return submitting.turn(this::send, this::notAccepted);
    }

    private Turn send() throws CloudException, IOException {
        Map<String, String> query = new TreeMap<>();
        query.put("ChangeSetId", operation.changeSetId);
        query.put("ClientToken", operation.token());
        client().call("ExecuteChangeSet", query);
        return accepted(operation.stackId, begun());
    }

    private Turn notAccepted(CloudException failed, boolean again) throws CloudException, IOException {
        boolean decided = !failed.kind().isPassing()
                && failed.kind() != FaultKind.DENIED
                && failed.kind() != FaultKind.CREDENTIALS;
        if (!decided) {
            throw failed;
        }
        if ((again || failed.kind() == FaultKind.TOKEN_MISMATCH) && isUnderWay()) {
            say(Messages.Deploy_found(stackName));
            return accepted(operation.stackId, begun());
        }
        return refuse(List.of(Messages.Moved_notExecuted(failed.describe())));
    }

    /** Whether an earlier attempt, whose answer was lost, was accepted. */
    private boolean isUnderWay() throws CloudException {
        Optional<RosChangeSet> changeSet = changeSets.get(operation.changeSetId, false);
        return changeSet.isPresent() ? changeSet.get().isExecuted() : moved();
    }

    @Override
    Map<String, Object> facts() {
        Map<String, Object> facts = super.facts();
        facts.put("planDigest", plan.digest());
        return facts;
    }

    @Override
    String notDone(String why) {
        return Messages.Failed_notDeployed(stackName, why);
    }
}
