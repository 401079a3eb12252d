package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** UpdateTerminationProtection. */
final class UpdateTerminationProtection extends StackAction {
    UpdateTerminationProtection(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        AwsStack stack = cloud().changed(call);
        call.parameters().required("EnableTerminationProtection");
        boolean wanted = call.parameters().flag("EnableTerminationProtection", false);
        stack.settings(stack.settings().terminationProtected(wanted));
        cloud().store().save(stack);
        return QueryAnswer.changed(Json.object().put("StackId", stack.id()));
    }
}
