package io.jenkins.plugins.stackdeploy.steps;

/** Checks the arguments that all steps take. */
abstract class DeployPreparation {
    private static final int WATCH_MOST = 7 * 24 * 60;

    final Preparation preparation;
    final Inputs inputs = new Inputs();
    private final DeployStep step;

    DeployPreparation(DeployStep step, Preparation preparation) {
        this.step = step;
        this.preparation = preparation;
    }

    /** Checks what a failure and a stopped build are to do, and how long to watch. */
    void policies() {
        inputs.choice("onFailure", step.getOnFailure(), FailurePolicy.FAIL);
        inputs.choice("onAbort", step.getOnAbort(), AbortPolicy.LEAVE);
        inputs.range("watchTimeoutInMinutes", step.getWatchTimeoutInMinutes(), 1, WATCH_MOST);
    }

    /**
     * How long to watch.
     *
     * @param usual minutes, when the step does not say
     */
    int watchMinutes(int usual) {
        Integer given = step.getWatchTimeoutInMinutes();
        return given == null ? usual : given;
    }
}
