package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaClients;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;

/** Checks the arguments that all steps on a ROS stack take. */
abstract class RosPreparation extends DeployPreparation {
    /** How much longer Jenkins watches than ROS takes at most. */
    static final int LONGER_MINUTES = 10;

    private final RosStep step;

    RosPreparation(RosStep step, Preparation preparation) {
        super(step, preparation);
        this.step = step;
    }

    /** Checks name, account and policies; answers the account. */
    AlibabaTarget common() {
        RosRules.stackName(step.getStackName()).ifPresent(inputs::problem);
        AlibabaTarget target =
                new AlibabaTarget(step.getConnection(), step.getCredentialsId(), step.getRegion(), step.getRoleArn());
        inputs.problems(AlibabaClients.problems(target, preparation.run()));
        policies();
        return target;
    }
}
