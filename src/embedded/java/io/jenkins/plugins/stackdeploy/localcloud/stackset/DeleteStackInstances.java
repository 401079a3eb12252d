package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import java.util.List;

/** DeleteStackInstances. Targets that are no instances are passed over. */
final class DeleteStackInstances extends OperationStart {
    DeleteStackInstances(StackSetCloud cloud) {
        super(cloud);
    }

    @Override
    OperationDraft draft(QueryCall call, StackSetRecord set) {
        call.parameters().required("RetainStacks");
        TargetsArgument argument = new TargetsArgument(cloud(), set);
        TargetSpec spec = complete(argument.read(call.parameters()));
        List<Target> targets = argument.all(spec).stream()
                .flatMap(target -> set.instance(target).stream())
                .map(StackInstance::target)
                .toList();
        return new OperationDraft(
                OperationAction.DELETE,
                PreferencesArgument.read(call.parameters(), spec.regions()),
                spec,
                targets,
                null,
                null,
                call.parameters().flag("RetainStacks", false));
    }
}
