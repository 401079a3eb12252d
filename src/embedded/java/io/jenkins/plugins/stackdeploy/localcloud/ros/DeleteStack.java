package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.OperationPlan;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Order;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Set;

/** DeleteStack. It takes no ClientToken. */
final class DeleteStack implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of(
            "Parallelism:L, RamRoleName:S, " + "RegionId*:S, RetainAllResources:B, RetainResources.N, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        StackFamily family = call.idleFamily();
        StackRecord stack = family.root();
        if (stack.deletionProtected()) {
            throw new ApiError(
                    400,
                    call.cloud().options().deletionProtectedCode(),
                    "The Stack (" + stack.name() + ") cannot be deleted: deletion protection is enabled.");
        }
        Set<String> retained = Set.copyOf(parameters.list("RetainResources"));
        for (String id : retained) {
            if (!stack.at(call.now()).resources().containsKey(id)) {
                throw ApiError.invalidParameter("RetainResources", "the stack has no resource " + id + ".");
            }
        }
        stack.settings(SettingsArgument.forFollowUp(parameters, stack.settings()));
        OperationPlan.delete(
                call.cloud().bench(),
                family,
                stack,
                Order.delete(call.requestId(), parameters.flag("RetainAllResources", false), retained),
                call.now());
        return call.commit(family, Json.object());
    }
}
