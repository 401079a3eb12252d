package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.ChangeSet;
import io.jenkins.plugins.stackdeploy.localcloud.stack.OperationPlan;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Order;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackAction;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** ExecuteChangeSet. Which code refuses a change set that is not available is not published. */
final class ExecuteChangeSet implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ChangeSetId*:S, ClientToken:S, RegionId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        ChangeSet changeSet = ChangeSets.find(call);
        StackRecord live = call.stack(changeSet.stackId());
        if (live.busy(call.now())) {
            throw call.actionInProgress(live);
        }
        String availability = ChangeSets.executionStatus(call, changeSet);
        if (!availability.equals("AVAILABLE")) {
            throw new ApiError(
                    400,
                    "NotSupported",
                    "Execute a change set in execution status " + availability + " is not supported.");
        }
        StackFamily family = call.rootFamily(live);
        StackRecord stack = family.root();
        stack.settings(changeSet.settings());
        OperationPlan.build(
                call.cloud().bench(),
                family,
                stack,
                StackAction.valueOf(changeSet.type()),
                changeSet.target(),
                Order.build(call.requestId(), changeSet.settings().disableRollback()),
                call.now());
        ChangeSets.replace(family, changeSet.executed(call.requestId()));
        return call.commit(family, Json.object());
    }
}
