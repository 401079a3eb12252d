package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.PlannedOperation.Kind;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/**
 * Deploys a plan: exactly that one. When the template, a parameter, a target, a setting or the live stack set has moved since
 * the plan was made, it refuses, says what has moved, and does nothing.
 *
 * <p>CloudFormation has no call that takes effect only if the stack set is still what it was. What is there is therefore
 * compared directly before the first operation is sent, and again when more than a moment has passed since, as after a
 * restart. Before every later operation it must be so that no operation of anybody else has come between.
 */
final class StackSetPlanExecution extends StackSetDeployment {
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final StackSetExecuteRequest request;
    private final StackSetDeployRequest planned;
    private final Plan plan;
    /** When it was last seen that nothing has moved; null before. */
    private Instant seenUnmoved;

    private StackSetPlanExecution(
            StackSetContext context,
            StackSetFacts facts,
            StackSetExecuteRequest request,
            StackSetDeployRequest planned,
            SecretValues secrets) {
        super(context, facts, planned, secrets);
        this.request = request;
        this.planned = planned;
        this.plan = request.plan();
    }

    /**
     * An execution, new or interrupted.
     *
     * @param context what to work with
     * @param facts its facts, empty for a new one
     * @param request what is asked for
     * @param secrets the values of secret parameters
     */
    static StackSetPlanExecution of(
            StackSetContext context, StackSetFacts facts, StackSetExecuteRequest request, SecretValues secrets) {
        return new StackSetPlanExecution(
                context, facts, request, DesiredState.read(request.plan(), request.operations()), secrets);
    }

    @Override
    boolean needsQuiet() {
        return true;
    }

    private PlanCheck check() {
        PlanCheck check = new PlanCheck(plan, planned);
        check.validity(group(), now());
        check.given(request.given());
        return check;
    }

    private boolean hasBegun() {
        return facts.submittedAt() != null;
    }

    @Override
    Turn absent() throws CloudException, IOException {
        if (hasBegun()) {
            throw gone();
        }
        PlanCheck check = check();
        check.absent();
        if (check.moved().isEmpty()) {
            check.decision(Decision.onNew(planned, secretValues()), null, List.of());
        }
        Optional<Turn> refusal = refusal(check);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        begins();
        return super.absent();
    }

    /** What has certainly moved is not waited for. */
    @Override
    Optional<Turn> ruledOut(StackSet found) throws CloudException {
        PlanCheck check = hasBegun() ? new PlanCheck(plan, planned) : check();
        if (!hasBegun()) {
            check.set(found);
        }
        check.operation(others.newest().orElse(null));
        return refusal(check);
    }

    @Override
    Turn decide(StackSet found, List<Instance> all) throws CloudException, IOException {
        if (hasBegun()) {
            // A later operation was refused, for a reason that did not last: what is left of the plan is still to be
            // done.
            seenUnmoved = now();
            return go(Phase.SUBMIT);
        }
        PlanCheck check = check();
        check.instances(all);
        Optional<Turn> refusal = refusal(check);
        return refusal.isPresent() ? refusal.get() : super.decide(found, all);
    }

    @Override
    Turn carryOut(Decision decision, StackSet found, List<Instance> all) throws IOException {
        PlanCheck check = new PlanCheck(plan, planned);
        check.decision(decision, found, all);
        Optional<Turn> refusal = refusal(check);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        begins();
        return super.carryOut(decision, found, all);
    }

    private void begins() {
        seenUnmoved = now();
        say(Messages.Execute_begins(plan.action(), name, group().region(), plan.digest()));
    }

    @Override
    Optional<Turn> beforeSending(PlannedOperation next) throws CloudException {
        boolean justSeen = seenUnmoved != null && !now().isAfter(seenUnmoved.plus(A_MOMENT));
        // A creation whose answer was lost may have made the stack set that is there by now.
        boolean mayBeOurs = next.kind == Kind.CREATE_SET && next.sent;
        if (justSeen || mayBeOurs) {
            return Optional.empty();
        }
        Optional<Turn> refusal = refusal(checkAgain(next));
        seenUnmoved = now();
        return refusal;
    }

    private PlanCheck checkAgain(PlannedOperation next) throws CloudException {
        Optional<StackSet> found = step.once("live", () -> client().describe(name, callAs()));
        if (found.isEmpty() && hasBegun()) {
            throw gone();
        }
        PlanCheck check = hasBegun() ? new PlanCheck(plan, planned) : check();
        if (found.isEmpty()) {
            check.absent();
        } else if (hasBegun() || next.sent) {
            // Every change is an operation. What else looks changed may be what our own one, not yet listed, has done.
            check.operation(others.newestByNow().orElse(null));
        } else {
            check.set(found.get());
            check.operation(others.newestByNow().orElse(null));
            check.instances(step.once("instances", inventory::read));
        }
        return check;
    }

    /** Says what has moved; empty when nothing has. */
    private Optional<Turn> refusal(PlanCheck check) {
        if (check.moved().isEmpty()) {
            return Optional.empty();
        }
        check.moved().forEach(each -> say("  " + each));
        String why = String.join(" ", check.moved());
        return Optional.of(fail(hasBegun() ? Messages.Execute_partly(name, why) : Messages.Execute_refused(name, why)));
    }

    @Override
    Map<String, Object> result() {
        Map<String, Object> result = super.result();
        result.put("planDigest", plan.digest());
        return result;
    }
}
