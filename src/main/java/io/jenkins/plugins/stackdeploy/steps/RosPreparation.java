package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaClients;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;

/** Checks the arguments that all steps on a ROS stack take. */
abstract class RosPreparation {
    /** How much longer Jenkins watches than ROS takes at most. */
    static final int LONGER_MINUTES = 10;

    private static final int WATCH_MOST = 7 * 24 * 60;

    final Preparation preparation;
    final Inputs inputs = new Inputs();
    private final RosStep step;

    RosPreparation(RosStep step, Preparation preparation) {
        this.step = step;
        this.preparation = preparation;
    }

    /** Checks name, account and policies; answers the account. */
    AlibabaTarget common() {
        RosRules.stackName(step.getStackName()).ifPresent(inputs::problem);
        AlibabaTarget target =
                new AlibabaTarget(step.getConnection(), step.getCredentialsId(), step.getRegion(), step.getRoleArn());
        inputs.problems(AlibabaClients.problems(target, preparation.run()));
        inputs.choice("onFailure", step.getOnFailure(), FailurePolicy.FAIL);
        inputs.choice("onAbort", step.getOnAbort(), AbortPolicy.LEAVE);
        inputs.range("watchTimeoutInMinutes", step.getWatchTimeoutInMinutes(), 1, WATCH_MOST);
        return target;
    }

    /** How long to watch, when ROS takes so long at most. */
    int watchMinutes(int rosMinutes) {
        Integer given = step.getWatchTimeoutInMinutes();
        return given == null ? rosMinutes + LONGER_MINUTES : given;
    }
}
