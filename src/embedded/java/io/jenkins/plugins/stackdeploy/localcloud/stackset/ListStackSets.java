package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.List;

/** ListStackSets. */
final class ListStackSets implements QueryAction {
    private final StackSetCloud cloud;

    ListStackSets(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        String owner = new StackSetLookup(cloud).owner(call);
        Status status = call.parameters().choice("Status", Status.class, null);
        List<StackSetRecord> sets = cloud.store().all().stream()
                .filter(set -> set.accountId().equals(owner) && set.region().equals(call.region()))
                .filter(set -> status == null || set.deleted() == (status == Status.DELETED))
                .toList();
        return StackSetPaging.page(call.parameters(), sets, StackSetView::summary);
    }

    /** What sets can be listed by (StackSetStatus). */
    enum Status {
        /** There. */
        ACTIVE,
        /** Deleted. */
        DELETED
    }
}
