package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.List;
import java.util.Set;

/** DeleteStack. A stack that does not exist is deleted with success. */
final class DeleteStack extends StackAction {
    DeleteStack(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public String tokenParameter() {
        return "ClientRequestToken";
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        String name = call.parameters().required("StackName");
        AwsStack stack = cloud().find(call, name).orElse(null);
        if (stack == null) {
            return QueryAnswer.changed();
        }
        AwsSnapshot state = stack.at(call.now());
        if (state.deleted() || state.status().equals("DELETE_IN_PROGRESS")) {
            return QueryAnswer.changed();
        }
        if (stack.settings().terminationProtected()) {
            throw AwsErrors.validation("Stack [" + name + "] cannot be deleted while TerminationProtection is enabled");
        }
        List<String> retained = call.parameters().texts("RetainResources");
        if (!retained.isEmpty() && !state.status().equals("DELETE_FAILED")) {
            throw AwsErrors.validation("Invalid operation on stack [" + stack.id()
                    + "]. When you delete a stack, specify which resources to retain only when the stack is in the"
                    + " DELETE_FAILED state.");
        }
        if (state.status().equals("CREATE_IN_PROGRESS")) {
            StackPlan.interrupt(stack, call.now());
        } else if (state.busy()) {
            throw AwsErrors.validation(
                    "Stack [" + stack.id() + "] cannot be deleted while in status " + state.status());
        }
        String token = StackRequest.token(call.parameters());
        stack.operations().add(new AwsOperation(AwsOperation.Kind.DELETE, call.now(), token, null, null));
        StackPlan.delete(cloud().shop(), stack, Set.copyOf(retained));
        cloud().store().save(stack);
        return QueryAnswer.changed();
    }
}
