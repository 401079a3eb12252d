package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ChangeSet;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** GetChangeSet. Changes are listed once the change set is complete. */
final class GetChangeSet implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ChangeSetId*:S, RegionId*:S, ShowTemplate:B");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        ChangeSet changeSet = ChangeSets.find(call);
        StackRecord stack = call.stack(changeSet.stackId());
        ObjectNode view = ChangeSets.summary(call, changeSet)
                .put("DisableRollback", changeSet.settings().disableRollback())
                .put("TimeoutInMinutes", changeSet.settings().timeoutInMinutes());
        view.set(
                "Changes",
                ChangeSets.status(call, changeSet).equals("CREATE_COMPLETE") ? changeSet.changes() : Json.array());
        view.set(
                "Parameters",
                StackView.parameters(
                        changeSet.target().template(), changeSet.target().parameters(), stack.pseudoParameters()));
        if (call.parameters().flag("ShowTemplate", false)) {
            view.put("TemplateBody", changeSet.target().templateBody());
        }
        return Answer.of(view);
    }
}
