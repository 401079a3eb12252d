package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import java.util.List;

/** CreateStackInstances. Instances that exist already are brought up to date. */
final class CreateStackInstances extends OperationStart {
    CreateStackInstances(StackSetCloud cloud) {
        super(cloud);
    }

    @Override
    OperationDraft draft(QueryCall call, StackSetRecord set) {
        TargetsArgument argument = new TargetsArgument(cloud(), set);
        TargetSpec spec = complete(argument.read(call.parameters()));
        boolean both = !spec.units().isEmpty() && !spec.accounts().isEmpty();
        if (spec.filter() == AccountFilter.UNION || both && spec.filter() == null) {
            throw AwsErrors.validation("AccountFilterType UNION is not supported for CreateStackInstances");
        }
        List<Target> targets = argument.all(spec).stream()
                .filter(target -> set.instance(target)
                        .map(instance -> instance.status() != InstanceStatus.INOPERABLE)
                        .orElse(true))
                .toList();
        return new OperationDraft(
                OperationAction.CREATE,
                PreferencesArgument.read(call.parameters(), spec.regions()),
                spec,
                targets,
                ParametersArgument.overrides(
                        call.parameters(), set, AwsTemplate.parse(set.settings().templateBody())),
                null,
                false);
    }
}
