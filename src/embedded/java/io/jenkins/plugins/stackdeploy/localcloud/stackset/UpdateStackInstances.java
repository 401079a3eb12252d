package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import java.util.List;

/** UpdateStackInstances: parameter overrides of instances that exist. */
final class UpdateStackInstances extends OperationStart {
    UpdateStackInstances(StackSetCloud cloud) {
        super(cloud);
    }

    @Override
    OperationDraft draft(QueryCall call, StackSetRecord set) {
        TargetsArgument argument = new TargetsArgument(cloud(), set);
        TargetSpec spec = complete(argument.read(call.parameters()));
        List<Target> targets = argument.existing(spec);
        OverrideChange overrides = ParametersArgument.overrides(
                call.parameters(), set, AwsTemplate.parse(set.settings().templateBody()));
        if (overrides != null) {
            ParametersArgument.refuseNew(overrides, set, targets);
        }
        return new OperationDraft(
                OperationAction.UPDATE,
                PreferencesArgument.read(call.parameters(), spec.regions()),
                spec,
                targets,
                overrides,
                null,
                false);
    }
}
