package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.List;

/** DetectStackSetDrift. Nothing ever drifts here. */
final class DetectStackSetDrift extends OperationStart {
    DetectStackSetDrift(StackSetCloud cloud) {
        super(cloud);
    }

    @Override
    OperationDraft draft(QueryCall call, StackSetRecord set) {
        List<Target> all = set.instances().stream().map(StackInstance::target).toList();
        return new OperationDraft(
                OperationAction.DETECT_DRIFT,
                PreferencesArgument.read(call.parameters(), List.of()),
                new TargetSpec(List.of(), List.of(), null, List.of()),
                new TargetsArgument(cloud(), set).operable(all),
                null,
                null,
                false);
    }
}
