package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** ListStackSetOperationResults, which may show what was some time ago. */
final class ListStackSetOperationResults implements QueryAction {
    private static final String STATUS = "OPERATION_RESULT_STATUS";

    private final StackSetCloud cloud;

    ListStackSetOperationResults(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        StackSetLookup lookup = new StackSetLookup(cloud);
        StackSetOperation operation = lookup.operation(lookup.set(call), call);
        Map<String, String> filters = StackSetFilters.read(call.parameters(), 1, List.of(STATUS));
        Instant shown = call.now().minus(cloud.options().resultsLag());
        String wanted = filters.get(STATUS);
        List<TargetPlan> results = shown.isBefore(operation.createdAt())
                ? List.of()
                : operation.targets().stream()
                        .filter(plan -> wanted == null || plan.at(shown).name().equals(wanted))
                        .toList();
        return StackSetPaging.page(call.parameters(), results, plan -> OperationView.result(plan, shown));
    }
}
