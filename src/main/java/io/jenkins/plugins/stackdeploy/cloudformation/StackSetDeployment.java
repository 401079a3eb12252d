package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/**
 * Creates a stack set or updates it, with the targeted instances. Deletes nothing: instances that are not targeted any
 * longer are left OUTDATED, and told.
 *
 * <p>Of organizational units: instances are created in a region for a unit that has none there yet. Accounts that join a
 * unit later get theirs from automatic deployment, or from {@link StackInstancesDeployment}.
 */
class StackSetDeployment extends StackSetWork {
    private final StackSetDeployRequest request;
    private final SecretValues secrets;
    private final SetSubmission set;
    private final Targeting targeting;
    private final Verification verification = new Verification(this, suspended -> true);
    /** What was compared when it was decided; null after a restart. */
    private StackSet live;

    private StackSetDifference difference;

    StackSetDeployment(
            StackSetContext context, StackSetFacts facts, StackSetDeployRequest request, SecretValues secrets) {
        super(context, facts, request);
        this.request = request;
        this.secrets = secrets;
        this.set = new SetSubmission(context, request, secrets, submission);
        this.targeting = Targeting.of(request);
    }

    @Override
    Targeting targeting() {
        return targeting;
    }

    @Override
    StackSetTemplate template() {
        return request.template();
    }

    @Override
    Turn absent() throws CloudException, IOException {
        facts.serviceManaged = request.permissionModel() == PermissionModel.SERVICE_MANAGED;
        CallPlan plan = CallPlan.forNew(targeting);
        say(Messages.Decide_absent(name, group().region(), plan.words()));
        return begin(plan, StackSetFacts.Action.CREATE);
    }

    @Override
    Turn decide(StackSet found, List<Instance> all) throws CloudException, IOException {
        Decision decision = Decision.onExisting(request, found, all, secretValues());
        live = found;
        difference = decision.difference();
        return carryOut(decision, found, all);
    }

    /** Does what was decided about a stack set and the instances that there are. */
    Turn carryOut(Decision decision, StackSet found, List<Instance> all) throws IOException {
        if (decision.refusal() != null) {
            return fail(decision.refusal());
        }
        CallPlan plan = decision.calls();
        difference.notes().forEach(this::say);
        String changes = difference.isAny() ? String.join(", ", difference.changes()) : Messages.Change_nothing();
        say(Messages.Decide_present(name, changes, plan.words()));
        if (difference.isAny() && plan.beginsWithInstances() && !request.newInstancesFirst()) {
            say(Messages.Decide_createdFirst());
        }
        return begin(plan, decision.action());
    }

    private void compare(StackSet found) throws CloudException {
        live = found;
        difference = StackSetDifference.between(found, request, secretValues());
    }

    Map<String, String> secretValues() throws CloudException {
        return Submission.secretValues(request.parameters(), secrets);
    }

    @Override
    boolean isOurs(StackSet found) throws CloudException {
        compare(found);
        // A value that cannot be compared counts as changed when updating, but proves nothing here.
        return !difference.template();
    }

    @Override
    Submission.Call prepare(PlannedOperation planned) throws CloudException {
        return switch (planned.kind) {
            case CREATE_SET -> set.create(planned);
            case UPDATE_SET -> {
                if (live == null) {
                    Optional<StackSet> found = step.once("live", () -> client().describe(name, callAs()));
                    compare(found.orElseThrow(this::gone));
                }
                yield set.update(planned, live, difference);
            }
            case CREATE_INSTANCES -> submission.createInstances(planned, null);
            case UPDATE_INSTANCES -> submission.updateInstances(planned, null);
            case DELETE_INSTANCES, DELETE_SET -> throw new IllegalStateException("a deployment deletes nothing");
        };
    }

    @Override
    Turn done() throws CloudException, IOException {
        return verification.turn(false);
    }

    @Override
    boolean isProvenByOperations() {
        return true;
    }

    @Override
    String notDone(String why) {
        return Messages.Failed_notDeployed(name, why);
    }
}
