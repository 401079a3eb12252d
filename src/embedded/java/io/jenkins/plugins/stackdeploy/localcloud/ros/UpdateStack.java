package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.OperationPlan;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Order;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackAction;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** UpdateStack. */
final class UpdateStack implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ClientToken:S, DisableRollback:B, DryRun:B, "
            + "Parallelism:L, Parameters.N{ParameterKey*,ParameterValue*}, RamRoleName:S, "
            + "RegionId*:S, ReplacementOption:S, ResourceGroupId:S, StackId*:S, StackPolicyBody:S, "
            + "StackPolicyDuringUpdateBody:S, Tags.N{Key*,Value}, TemplateBody:S, TemplateId:S, TemplateURL:S, "
            + "TemplateVersion:S, TimeoutInMinutes:L, UsePreviousParameters:B");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        StackFamily family = call.idleFamily();
        StackRecord stack = family.root();
        if (parameters.has("StackPolicyBody") && parameters.has("StackPolicyDuringUpdateBody")) {
            throw ApiError.invalidParameter("StackPolicyDuringUpdateBody", "it excludes StackPolicyBody.");
        }
        ObjectNode policy = StackPolicy.read(parameters, "StackPolicyBody");
        ObjectNode duringUpdate = StackPolicy.read(parameters, "StackPolicyDuringUpdateBody");
        UpdateRequest request = UpdateRequest.read(call, stack);
        request.check(
                duringUpdate == null ? stack.stackPolicy() : duringUpdate,
                UpdateRequest.replacementEnabled(parameters));
        ObjectNode answer = Json.object().put("StackId", stack.id());
        if (parameters.flag("DryRun", false)) {
            // Documented: a dry run accepts an update without differences although the real one is refused.
            answer.set("DryRunResult", UpdateInfo.of(request.target().template()));
            return Answer.of(answer);
        }
        if (request.unchanged() && policy == null) {
            throw unchanged();
        }
        stack.settings(request.settings());
        if (policy != null) {
            stack.stackPolicy(policy);
        }
        OperationPlan.build(
                call.cloud().bench(),
                family,
                stack,
                StackAction.UPDATE,
                request.target(),
                Order.build(call.requestId(), request.settings().disableRollback()),
                call.now());
        return call.commit(family, answer);
    }

    static ApiError unchanged() {
        return new ApiError(400, "NotSupported", "Update the completely same stack is not supported.");
    }
}
