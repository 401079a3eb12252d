package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.Optional;

/** DeleteStackSet. */
final class DeleteStackSet implements QueryAction {
    private final StackSetCloud cloud;

    DeleteStackSet(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        StackSetRecord set = new StackSetLookup(cloud).set(call);
        Optional<StackSetOperation> active = set.active(call.now()).findFirst();
        if (active.isPresent()) {
            throw StackSetErrors.operationInProgress(active.get());
        }
        if (!set.instances().isEmpty()) {
            throw StackSetErrors.stackSetNotEmpty();
        }
        set.delete();
        cloud.store().save(set);
        return QueryAnswer.changed();
    }
}
