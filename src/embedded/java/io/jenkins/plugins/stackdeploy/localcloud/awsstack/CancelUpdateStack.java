package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;

/** CancelUpdateStack. */
final class CancelUpdateStack extends StackAction {
    CancelUpdateStack(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        AwsStack stack = cloud().changed(call);
        if (!stack.at(call.now()).status().equals("UPDATE_IN_PROGRESS")) {
            throw AwsErrors.validation("CancelUpdateStack cannot be called from current stack status");
        }
        StackPlan.cancelUpdate(cloud().shop(), stack, call.now());
        cloud().store().save(stack);
        return QueryAnswer.changed();
    }
}
