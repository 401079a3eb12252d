package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.ChangeSet;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** DeleteChangeSet. A stack that only exists for a CREATE change set stays behind in REVIEW_IN_PROGRESS. */
final class DeleteChangeSet implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ChangeSetId*:S, RegionId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        ChangeSet changeSet = ChangeSets.find(call);
        StackRecord stack = call.stack(changeSet.stackId());
        if (ChangeSets.executionStatus(call, changeSet).equals("EXECUTE_IN_PROGRESS")) {
            throw call.actionInProgress(stack);
        }
        StackFamily family = call.rootFamily(stack);
        family.changeSets().removeIf(c -> c.id().equals(changeSet.id()));
        return call.commit(family, Json.object());
    }
}
