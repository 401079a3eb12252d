package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.TemplateArgument;
import java.util.List;

/** UpdateStackSet: new settings, and all instances or the named ones brought up to them. */
final class UpdateStackSet extends OperationStart {
    UpdateStackSet(StackSetCloud cloud) {
        super(cloud);
    }

    @Override
    OperationDraft draft(QueryCall call, StackSetRecord set) {
        QueryParameters parameters = call.parameters();
        TargetsArgument argument = new TargetsArgument(cloud(), set);
        TargetSpec spec = argument.read(parameters);
        if (!spec.isEmpty() && parameters.has("AutoDeployment")) {
            throw AwsErrors.validation("If you specify AutoDeployment, do not specify DeploymentTargets or Regions");
        }
        String template = TemplateArgument.read(
                parameters, cloud().templates(), set.settings().templateBody());
        StackSetSettings next = new SettingsArgument(parameters, set.settings()).read(call, template);
        checkPermissionModel(set, next);
        checkManagedExecution(call, set, next);
        List<Target> all = set.instances().stream().map(StackInstance::target).toList();
        return new OperationDraft(
                OperationAction.UPDATE,
                PreferencesArgument.read(parameters, spec.regions()),
                spec,
                spec.isEmpty() ? argument.operable(all) : argument.existing(complete(spec)),
                null,
                next,
                false);
    }

    private static void checkPermissionModel(StackSetRecord set, StackSetSettings next) {
        boolean changes = next.permissionModel() != set.settings().permissionModel();
        if (changes && !set.instances().isEmpty()) {
            throw StackSetErrors.invalidOperation(
                    "The permission model of a stack set with stack instances cannot be changed");
        }
    }

    private static void checkManagedExecution(QueryCall call, StackSetRecord set, StackSetSettings next) {
        boolean changes = next.managedExecution() != set.settings().managedExecution();
        if (changes && set.active(call.now()).findAny().isPresent()) {
            throw StackSetErrors.invalidOperation(
                    "ManagedExecution cannot be changed while operations are running or queued");
        }
    }
}
