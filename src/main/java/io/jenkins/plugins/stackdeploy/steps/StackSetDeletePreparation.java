package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.OperationSettings;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeleteRequest;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import java.util.List;
import java.util.Map;

/** Checks the arguments of stackSetDelete. */
final class StackSetDeletePreparation extends StackSetPreparation {
    private final StackSetDeleteStep step;

    StackSetDeletePreparation(StackSetDeleteStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    DeployJob prepare() throws StackDeployException {
        AwsTarget target = common();
        OperationSettings operations = operations(List.of());
        inputs.check("stackSetDelete");
        return new StackSetJob(
                target,
                new StackSetDeleteRequest(step.getStackSetName(), step.isRetainStacks(), operations),
                Map.of(),
                List.of(),
                Map.of());
    }
}
