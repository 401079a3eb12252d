package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** CreateStack. */
final class CreateStack extends StackAction {
    CreateStack(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public String tokenParameter() {
        return "ClientRequestToken";
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        String name = StackRequest.newName(call.parameters());
        String token = StackRequest.token(call.parameters());
        String digest = Digests.sha256Hex(call.parameters().toString());
        AwsStack there = cloud().find(call, name).orElse(null);
        if (there != null) {
            AwsOperation first =
                    there.operations().isEmpty() ? null : there.operations().get(0);
            if (first == null || token == null || !token.equals(first.token())) {
                throw alreadyExists(name);
            }
            if (!digest.equals(first.digest())) {
                throw new ApiError(
                        400, "TokenAlreadyExistsException", "A client request token was used for another request.");
            }
            return QueryAnswer.read(Json.object().put("StackId", there.id()));
        }
        StackRequest request = new StackRequest(call.parameters(), null);
        AwsRevision target = request.revision(cloud().templates());
        AwsStack stack = new AwsStack(
                AwsIds.arn("stack", name, call.accountId(), call.region()),
                name,
                call.accountId(),
                call.region(),
                call.now(),
                request.settings(AwsSettings.defaults()));
        target.blueprint(stack);
        stack.operations().add(new AwsOperation(AwsOperation.Kind.CREATE, call.now(), token, digest, target));
        StackPlan.create(cloud().shop(), stack);
        cloud().store().save(stack);
        return QueryAnswer.changed(Json.object().put("StackId", stack.id()));
    }

    private static ApiError alreadyExists(String name) {
        return new ApiError(400, "AlreadyExistsException", "Stack [" + name + "] already exists");
    }
}
