package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.PlannedOperation.Kind;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/**
 * What a request to deploy comes to, given what is there. Decides by what it is given; asks nobody.
 *
 * @param action what is done; null when it is refused
 * @param calls the calls that do it; null when it is refused
 * @param difference what becomes different of the stack set itself
 * @param refusal why it cannot be done; null when it can
 */
record Decision(StackSetFacts.Action action, CallPlan calls, StackSetDifference difference, String refusal) {
    /**
     * For a stack set that there is not.
     *
     * @param request what is asked for
     * @param secrets the values of secret parameters
     */
    static Decision onNew(StackSetDeployRequest request, Map<String, String> secrets) {
        CallPlan calls = CallPlan.forNew(Targeting.of(request));
        StackSet nothing = StackSet.builder().build();
        return new Decision(
                StackSetFacts.Action.CREATE, calls, StackSetDifference.between(nothing, request, secrets), null);
    }

    /**
     * For a stack set that there is.
     *
     * @param request what is asked for
     * @param live the stack set
     * @param all its instances
     * @param secrets the values of secret parameters
     */
    static Decision onExisting(
            StackSetDeployRequest request, StackSet live, List<Instance> all, Map<String, String> secrets) {
        String name = request.stackSetName();
        Targeting targeting = Targeting.of(request);
        StackSetDifference difference = StackSetDifference.between(live, request, secrets);
        boolean service = difference.permissionModel()
                ? request.permissionModel() == PermissionModel.SERVICE_MANAGED
                : SetSettings.isServiceManaged(live);
        if (difference.permissionModel() && !all.isEmpty()) {
            return refused(difference, Messages.Decide_permissionModel(name, Amounts.instances(all.size())));
        }
        if (!targeting.isEverything() && service != targeting.isByUnits()) {
            return refused(
                    difference, service ? Messages.Decide_needsUnits(name) : Messages.Decide_needsAccounts(name));
        }
        CallPlan calls = CallPlan.forExisting(difference.isAny(), request.newInstancesFirst(), targeting, all);
        if (difference.isAny() && calls.operations().stream().noneMatch(planned -> planned.kind == Kind.UPDATE_SET)) {
            return refused(difference, Messages.Decide_onlyInoperable(name));
        }
        StackSetFacts.Action action =
                calls.operations().isEmpty() ? StackSetFacts.Action.NONE : StackSetFacts.Action.UPDATE;
        return new Decision(action, calls, difference, null);
    }

    private static Decision refused(StackSetDifference difference, String why) {
        return new Decision(null, null, difference, why);
    }
}
