package io.jenkins.plugins.stackdeploy.embedded.cps;

import java.io.Serializable;

/** What the code of a strand yields when it has called a step: nothing goes on until the step has answered. */
final class StepSuspension implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CpsStepContext context;

    StepSuspension(CpsStepContext context) {
        this.context = context;
    }

    /** Starts the bodies that the step asked for; goes on at once if the step has answered already. */
    void settle(CpsThread thread) {
        context.launchBodies(thread);
        context.becomeAsynchronous();
    }
}
