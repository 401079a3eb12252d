package hudson.tasks;

/** What must be over in earlier builds before a step may run. */
public enum BuildStepMonitor {
    NONE,
    STEP,
    BUILD
}
