package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** ListStackSetOperations: the latest first. */
final class ListStackSetOperations implements QueryAction {
    private final StackSetCloud cloud;

    ListStackSetOperations(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        List<StackSetOperation> operations =
                new ArrayList<>(new StackSetLookup(cloud).set(call).operations());
        Collections.reverse(operations);
        return StackSetPaging.page(
                call.parameters(), operations, operation -> OperationView.summary(operation, call.now()));
    }
}
