package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.OperationPlan;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** CancelUpdateStack: ends a running update and, unless that was disabled, rolls it back. */
final class CancelUpdateStack implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("CancelType:S, RegionId*:S, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        StackRecord live = call.stack();
        String status = live.at(call.now()).status();
        if (!status.equals("UPDATE_IN_PROGRESS")) {
            throw new ApiError(
                    400, "NotSupported", "Cancel the update of a stack in status " + status + " is not supported.");
        }
        StackFamily family = call.rootFamily(live);
        boolean safe = call.parameters().choice("CancelType", "Quick", "Safe").equals("Safe");
        OperationPlan.cancel(call.cloud().bench(), family, family.root(), safe, true, call.requestId(), call.now());
        return call.commit(family, Json.object());
    }
}
