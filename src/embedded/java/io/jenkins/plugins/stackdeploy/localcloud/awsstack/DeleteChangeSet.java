package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;

/** DeleteChangeSet. One that does not exist is deleted with success. */
final class DeleteChangeSet extends StackAction {
    DeleteChangeSet(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        ChangeSets.Found found;
        try {
            found = ChangeSets.find(cloud(), call);
        } catch (ApiError e) {
            if (e.code().equals("ChangeSetNotFound")) {
                return QueryAnswer.changed();
            }
            throw e;
        }
        String execution = found.changeSet().executionStatus(found.stack(), call.now());
        if (execution.equals("EXECUTE_IN_PROGRESS")) {
            throw new ApiError(
                    400,
                    "InvalidChangeSetStatus",
                    "An operation on ChangeSet [" + found.changeSet().id() + "] is currently in progress.");
        }
        found.stack().changeSets().remove(found.changeSet());
        cloud().store().save(found.stack());
        return QueryAnswer.changed();
    }
}
