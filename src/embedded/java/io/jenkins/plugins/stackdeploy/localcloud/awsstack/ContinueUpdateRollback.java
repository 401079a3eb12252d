package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.Set;

/** ContinueUpdateRollback. */
final class ContinueUpdateRollback extends StackAction {
    ContinueUpdateRollback(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        AwsStack stack = cloud().changed(call);
        AwsSnapshot state = stack.at(call.now());
        if (!state.status().equals("UPDATE_ROLLBACK_FAILED")) {
            throw inState(stack, state, "rolled back further");
        }
        Set<String> skipped = Set.copyOf(call.parameters().texts("ResourcesToSkip"));
        StackPlan.continueRollback(cloud().shop(), stack, skipped, call.now());
        cloud().store().save(stack);
        return QueryAnswer.changed();
    }
}
