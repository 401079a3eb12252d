package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.List;

/** An action on stacks. */
public abstract class StackAction implements QueryAction {
    private final StackCloud cloud;

    StackAction(StackCloud cloud) {
        this.cloud = cloud;
    }

    /** Returns every action on stacks and change sets. */
    public static List<QueryAction> all(StackCloud cloud) {
        return List.of(
                new CancelUpdateStack(cloud),
                new ContinueUpdateRollback(cloud),
                new CreateChangeSet(cloud),
                new CreateStack(cloud),
                new DeleteChangeSet(cloud),
                new DeleteStack(cloud),
                new DescribeChangeSet(cloud),
                new DescribeStackEvents(cloud),
                new DescribeStackResources(cloud),
                new DescribeStacks(cloud),
                new ExecuteChangeSet(cloud),
                new GetTemplate(cloud),
                new ListChangeSets(cloud),
                new ListStackResources(cloud),
                new ListStacks(cloud),
                new UpdateStack(cloud),
                new UpdateTerminationProtection(cloud),
                new ValidateTemplate(cloud));
    }

    StackCloud cloud() {
        return cloud;
    }

    static ApiError inState(AwsStack stack, AwsSnapshot state, String what) {
        return new ApiError(
                400,
                "ValidationError",
                "Stack:" + stack.id() + " is in " + state.status() + " state and can not be " + what + ".");
    }
}
