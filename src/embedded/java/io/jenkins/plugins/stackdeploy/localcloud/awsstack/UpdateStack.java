package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Set;

/** UpdateStack. */
final class UpdateStack extends StackAction {
    private static final Set<String> UPDATABLE = Set.of(
            "CREATE_COMPLETE",
            "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE",
            "UPDATE_FAILED",
            "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE");

    UpdateStack(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public String tokenParameter() {
        return "ClientRequestToken";
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        AwsStack stack = cloud().changed(call);
        String token = StackRequest.token(call.parameters());
        String digest = Digests.sha256Hex(call.parameters().toString());
        AwsOperation last = stack.lastOperation();
        if (last != null && token != null && token.equals(last.token()) && digest.equals(last.digest())) {
            return QueryAnswer.read(Json.object().put("StackId", stack.id()));
        }
        AwsSnapshot state = updatable(stack, call);
        StackRequest request = new StackRequest(call.parameters(), state.revision());
        AwsRevision target = request.revision(cloud().templates());
        if (!changesAnything(stack, state, target)) {
            throw AwsErrors.validation("No updates are to be performed.");
        }
        stack.settings(request.settings(stack.settings()));
        stack.operations().add(new AwsOperation(AwsOperation.Kind.UPDATE, call.now(), token, digest, target));
        StackPlan.update(cloud().shop(), stack);
        cloud().store().save(stack);
        return QueryAnswer.changed(Json.object().put("StackId", stack.id()));
    }

    /**
     * Returns what the stack is now.
     *
     * @throws ApiError ValidationError if it must not be updated in its status
     */
    static AwsSnapshot updatable(AwsStack stack, QueryCall call) {
        AwsSnapshot state = stack.at(call.now());
        if (!UPDATABLE.contains(state.status())) {
            throw inState(stack, state, "updated");
        }
        return state;
    }

    /** Resources, their metadata, outputs and tags count; a description does not. */
    static boolean changesAnything(AwsStack stack, AwsSnapshot state, AwsRevision target) {
        Blueprint goal = target.blueprint(stack);
        if (!ResourceDiff.between(state, goal).isEmpty()
                || !target.tags().equals(state.revision().tags())) {
            return true;
        }
        ArrayNode outputs = goal.outputs(new LiveScope(stack, state));
        return !outputs.equals(state.outputs());
    }
}
