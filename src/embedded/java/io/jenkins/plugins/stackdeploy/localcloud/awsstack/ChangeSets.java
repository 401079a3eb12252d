package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;

/** What the actions on change sets share. */
final class ChangeSets {
    private ChangeSets() {}

    /**
     * A change set and its stack.
     *
     * @param stack the stack
     * @param changeSet one of its change sets
     */
    record Found(AwsStack stack, AwsChangeSet changeSet) {}

    /**
     * Finds the change set that ChangeSetName, and StackName unless that is an ARN, name.
     *
     * @throws ApiError ChangeSetNotFound, HTTP 404; ValidationError if there is no such stack
     */
    static Found find(StackCloud cloud, QueryCall call) {
        String name = call.parameters().required("ChangeSetName");
        if (name.startsWith("arn:")) {
            return cloud.stacks(call)
                    .flatMap(stack -> stack.changeSets().stream().map(changeSet -> new Found(stack, changeSet)))
                    .filter(found -> found.changeSet().id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> notFound(name));
        }
        AwsStack stack = cloud.described(call);
        return stack.changeSets().stream()
                .filter(changeSet -> changeSet.name().equals(name))
                .map(changeSet -> new Found(stack, changeSet))
                .findFirst()
                .orElseThrow(() -> notFound(name));
    }

    private static ApiError notFound(String name) {
        return new ApiError(404, "ChangeSetNotFound", "ChangeSet [" + name + "] does not exist");
    }
}
