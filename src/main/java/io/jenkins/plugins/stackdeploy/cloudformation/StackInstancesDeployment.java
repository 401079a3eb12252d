package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/**
 * Creates the targeted instances that there are not, and updates those that are not CURRENT or get other overrides. Ends
 * well only when every targeted instance is CURRENT.
 *
 * <p>Which accounts an organizational unit has only CloudFormation knows. Where automatic deployment does not bring in
 * accounts that join, the instances of targeted units are therefore always asked for: CloudFormation creates those that are
 * missing. Instances that are still not CURRENT after that are updated.
 */
final class StackInstancesDeployment extends StackSetWork {
    private final StackInstancesRequest request;
    private final SecretValues secrets;
    private final Targeting targeting;
    private final Verification verification;

    StackInstancesDeployment(
            StackSetContext context, StackSetFacts facts, StackInstancesRequest request, SecretValues secrets) {
        super(context, facts, request);
        this.request = request;
        this.secrets = secrets;
        this.targeting = new Targeting(request.targets(), request.regions());
        // An account that is named is meant; of a unit nobody expects suspended accounts to be deployed.
        this.verification = new Verification(
                this, suspended -> !targeting.names(suspended.place().account()));
    }

    @Override
    Targeting targeting() {
        return targeting;
    }

    @Override
    StackSetTemplate template() {
        return null;
    }

    @Override
    Turn absent() {
        return fail(Messages.Decide_noSet(name, group().region()));
    }

    @Override
    Turn decide(StackSet live, List<Instance> all) throws CloudException, IOException {
        if (facts.serviceManaged != targeting.isByUnits()) {
            return fail(facts.serviceManaged ? Messages.Decide_needsUnits(name) : Messages.Decide_needsAccounts(name));
        }
        boolean joinersComeByThemselves = live.autoDeployment() != null
                && Boolean.TRUE.equals(live.autoDeployment().enabled());
        boolean unitsGrow = targeting.isByUnits() && !joinersComeByThemselves;
        boolean overridden = request.parameterOverrides() != null && differs(all);
        CallPlan plan = CallPlan.forInstances(targeting, all, overridden, unitsGrow);
        say(Messages.Decide_instances(name, plan.words()));
        if (unitsGrow) {
            say(Messages.Note_unitsGrow());
        }
        return begin(plan, plan.operations().isEmpty() ? StackSetFacts.Action.NONE : StackSetFacts.Action.INSTANCES);
    }

    private boolean differs(List<Instance> all) throws CloudException {
        List<Instance> covered = targeting.covered(all);
        OverrideComparison comparison = new OverrideComparison(client(), name, callAs(), step);
        boolean differs = comparison.differs(covered, request.parameterOverrides());
        if (differs && !covered.isEmpty()) {
            comparison.note().ifPresent(this::say);
        }
        return differs;
    }

    @Override
    Submission.Call prepare(PlannedOperation planned) throws CloudException {
        return switch (planned.kind) {
            case CREATE_INSTANCES ->
                submission.createInstances(planned, Submission.parameters(request.parameterOverrides(), secrets));
            case UPDATE_INSTANCES ->
                submission.updateInstances(planned, Submission.parameters(request.parameterOverrides(), secrets));
            case CREATE_SET, UPDATE_SET, DELETE_INSTANCES, DELETE_SET ->
                throw new IllegalStateException("instances are created and updated only");
        };
    }

    @Override
    Turn done() throws CloudException, IOException {
        return verification.turn(true);
    }

    @Override
    boolean isProvenByOperations() {
        return false;
    }

    @Override
    String notDone(String why) {
        return Messages.Failed_instancesNotDeployed(name, why);
    }
}
