package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.AutoDeployment;
import io.jenkins.plugins.stackdeploy.cloudformation.DeploymentTargets;
import io.jenkins.plugins.stackdeploy.cloudformation.PermissionModel;
import java.util.Optional;

/**
 * What goes together with which permission model. A step that does not name one is not checked: the stack set may be of
 * either. Source: CloudFormation API 2010-05-15, CreateStackSet, UpdateStackSet and CreateStackInstances.
 */
final class PermissionRules {
    private final StackSetTemplateStep step;
    private final Inputs inputs;

    PermissionRules(StackSetTemplateStep step, Inputs inputs) {
        this.step = step;
        this.inputs = inputs;
    }

    /**
     * Notes what does not go together.
     *
     * @param model null when it was not given
     * @param automatic null when it was not given
     * @param targets empty when they were not given
     * @param delegated whether the caller is a delegated administrator
     */
    void check(
            PermissionModel model, AutoDeployment automatic, Optional<DeploymentTargets> targets, boolean delegated) {
        boolean places = targets.isPresent() || step.getRegions() != null || step.getRegionsText() != null;
        if (automatic != null && places) {
            inputs.problem(Messages.StackSet_automaticWithTargets());
        }
        if (model == PermissionModel.SERVICE_MANAGED) {
            serviceManaged(targets);
        }
        if (model == PermissionModel.SELF_MANAGED) {
            selfManaged(automatic, targets, delegated);
        }
    }

    private void serviceManaged(Optional<DeploymentTargets> targets) {
        if (step.getAdministrationRoleArn() != null) {
            inputs.problem(Messages.StackSet_selfManagedOnly("administrationRoleArn"));
        }
        if (step.getExecutionRoleName() != null) {
            inputs.problem(Messages.StackSet_selfManagedOnly("executionRoleName"));
        }
        if (targets.isPresent() && targets.get().organizationalUnits().isEmpty()) {
            inputs.problem(Messages.StackSet_unitsNeeded());
        }
    }

    private void selfManaged(AutoDeployment automatic, Optional<DeploymentTargets> targets, boolean delegated) {
        if (automatic != null) {
            inputs.problem(Messages.StackSet_serviceManagedOnly("organizationsAutoDeployment"));
        }
        if (delegated) {
            inputs.problem(Messages.StackSet_serviceManagedOnly("callAs DELEGATED_ADMIN"));
        }
        if (targets.isPresent() && !targets.get().organizationalUnits().isEmpty()) {
            inputs.problem(Messages.StackSet_accountsNeeded());
        }
    }
}
