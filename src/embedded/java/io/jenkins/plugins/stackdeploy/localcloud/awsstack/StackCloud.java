package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.aws.TemplateStore;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all actions on stacks work with.
 *
 * @param store the stacks
 * @param shop pace and ordered failures
 * @param templates what TemplateURL may name
 */
public record StackCloud(AwsStackStore store, Workshop shop, TemplateStore templates) {

    /** Returns the caller's stacks in the region of the call, deleted ones included, the latest first. */
    Stream<AwsStack> stacks(QueryCall call) {
        return store.stacks().stream().filter(stack -> visible(stack, call)).sorted((one, other) -> other.createdAt()
                .compareTo(one.createdAt()));
    }

    /** Finds a stack that is not deleted by its name or ARN, or any by its ARN. */
    Optional<AwsStack> find(QueryCall call, String nameOrId) {
        if (nameOrId.startsWith("arn:")) {
            return Optional.ofNullable(store.byId(nameOrId)).filter(stack -> visible(stack, call));
        }
        return stacks(call)
                .filter(stack ->
                        stack.name().equals(nameOrId) && !stack.at(call.now()).deleted())
                .findFirst();
    }

    /**
     * Finds the stack that StackName names.
     *
     * @throws ApiError ValidationError "Stack with id X does not exist", which clients match on
     */
    AwsStack described(QueryCall call) {
        String name = call.parameters().required("StackName");
        return find(call, name).orElseThrow(() -> AwsErrors.validation("Stack with id " + name + " does not exist"));
    }

    /**
     * Finds the stack that StackName names, to change it.
     *
     * @throws ApiError ValidationError "Stack [X] does not exist"
     */
    AwsStack changed(QueryCall call) {
        String name = call.parameters().required("StackName");
        return find(call, name)
                .filter(stack -> !stack.at(call.now()).deleted())
                .orElseThrow(() -> AwsErrors.validation("Stack [" + name + "] does not exist"));
    }

    private static boolean visible(AwsStack stack, QueryCall call) {
        return stack.accountId().equals(call.accountId()) && stack.region().equals(call.region());
    }
}
