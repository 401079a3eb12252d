package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** ExecuteChangeSet. */
final class ExecuteChangeSet extends StackAction {
    ExecuteChangeSet(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public String tokenParameter() {
        return "ClientRequestToken";
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        ChangeSets.Found found = ChangeSets.find(cloud(), call);
        AwsStack stack = found.stack();
        AwsChangeSet changeSet = found.changeSet();
        String token = StackRequest.token(call.parameters());
        if (changeSet.execution() >= 0
                && token != null
                && token.equals(stack.operations().get(changeSet.execution()).token())) {
            return QueryAnswer.read(Json.object());
        }
        String execution = changeSet.executionStatus(stack, call.now());
        if (!execution.equals("AVAILABLE")) {
            throw new ApiError(
                    400,
                    "InvalidChangeSetStatus",
                    "ChangeSet [" + changeSet.id() + "] cannot be executed in its current execution status of ["
                            + execution + "]");
        }
        AwsSettings settings = changeSet.settings();
        if (call.parameters().flag("DisableRollback", false)) {
            settings = settings.onFailure("DO_NOTHING");
        }
        stack.settings(settings);
        boolean create = changeSet.type().equals("CREATE");
        AwsOperation.Kind kind = create ? AwsOperation.Kind.CREATE : AwsOperation.Kind.UPDATE;
        stack.operations().add(new AwsOperation(kind, call.now(), token, null, changeSet.target()));
        if (create) {
            StackPlan.create(cloud().shop(), stack);
        } else {
            StackPlan.update(cloud().shop(), stack);
        }
        AwsChangeSet executed = changeSet.executedBy(stack.operations().size() - 1);
        stack.changeSets().replaceAll(other -> other == changeSet ? executed : other);
        cloud().store().save(stack);
        return QueryAnswer.changed();
    }
}
