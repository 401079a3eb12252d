package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.OperationSettings;
import io.jenkins.plugins.stackdeploy.credentials.AwsClients;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import java.util.List;

/** Checks the arguments that all steps on a stack set take. */
abstract class StackSetPreparation extends DeployPreparation {
    /** A stack set's operation has no time limit of its own, and may go through many accounts one by one. */
    private static final int WATCH_USUAL = 24 * 60;

    private final StackSetStep step;
    private final OperationInput operations;

    StackSetPreparation(StackSetStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
        this.operations = new OperationInput(step, preparation, inputs);
    }

    /** Checks name, account and policies; answers the account. */
    AwsTarget common() {
        StackSetRules.name(step.getStackSetName()).ifPresent(inputs::problem);
        AwsTarget target = new AwsTarget(
                step.getConnection(),
                step.getCredentialsId(),
                step.getRegion(),
                step.getRoleArn(),
                step.getExternalId());
        inputs.problems(AwsClients.problems(target, preparation.run()));
        policies();
        return target;
    }

    /**
     * Checks how operations are to go.
     *
     * @param regions the regions that instances are in; empty when they are not named
     */
    OperationSettings operations(List<String> regions) {
        return operations.settings(regions, watchMinutes(WATCH_USUAL));
    }
}
