package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import java.util.List;
import java.util.Map;

/** ListStackInstances. */
final class ListStackInstances implements QueryAction {
    private static final String DETAILED_STATUS = "DETAILED_STATUS";
    private static final String LAST_OPERATION = "LAST_OPERATION_ID";
    private static final String DRIFT = "DRIFT_STATUS";
    private static final int MOST_FILTERS = 3;

    private final StackSetCloud cloud;

    ListStackInstances(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        StackSetRecord set = new StackSetLookup(cloud).set(call);
        Map<String, String> filters =
                StackSetFilters.read(call.parameters(), MOST_FILTERS, List.of(DETAILED_STATUS, LAST_OPERATION, DRIFT));
        List<StackInstance> instances = set.instances().stream()
                .filter(instance -> wanted(call.parameters(), instance) && passes(filters, instance))
                .toList();
        return StackSetPaging.page(call.parameters(), instances, instance -> InstanceView.summary(set, instance));
    }

    private static boolean wanted(QueryParameters parameters, StackInstance instance) {
        Target target = instance.target();
        String account = parameters.textOrNull("StackInstanceAccount");
        String region = parameters.textOrNull("StackInstanceRegion");
        return (account == null || account.equals(target.account()))
                && (region == null || region.equals(target.region()));
    }

    private static boolean passes(Map<String, String> filters, StackInstance instance) {
        Map<String, String> values = Map.of(
                DETAILED_STATUS, instance.detailedStatus().name(),
                LAST_OPERATION, instance.lastOperationId(),
                DRIFT, instance.driftCheckedAt() == null ? "NOT_CHECKED" : "IN_SYNC");
        return filters.entrySet().stream()
                .allMatch(filter -> values.get(filter.getKey()).equals(filter.getValue()));
    }
}
