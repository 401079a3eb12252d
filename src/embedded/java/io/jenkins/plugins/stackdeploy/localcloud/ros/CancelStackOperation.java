package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.OperationPlan;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/**
 * CancelStackOperation: ends whatever runs and leaves the stack failed, without rollback. That it does not roll back is not
 * published; it is what "stop scheduling" says.
 */
final class CancelStackOperation implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("CancelType:S, RegionId*:S, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        StackRecord live = call.stack();
        String status = live.at(call.now()).status();
        if (!live.busy(call.now()) || !status.endsWith("_IN_PROGRESS")) {
            throw new ApiError(
                    400, "NotSupported", "Cancel the operation of a stack in status " + status + " is not supported.");
        }
        StackFamily family = call.rootFamily(live);
        boolean safe = call.parameters().choice("CancelType", "Safe", "Quick").equals("Safe");
        OperationPlan.cancel(call.cloud().bench(), family, family.root(), safe, false, call.requestId(), call.now());
        return call.commit(family, Json.object());
    }
}
