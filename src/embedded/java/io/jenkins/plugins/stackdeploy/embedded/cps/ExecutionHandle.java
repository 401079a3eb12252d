package io.jenkins.plugins.stackdeploy.embedded.cps;

import java.io.Serializable;

/** A reference to the execution from inside the saved program; read back, it means the execution that reads. */
final class ExecutionHandle implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<ExecutionHandle> READING = new ThreadLocal<>();

    private final transient PipelineExecution execution;

    ExecutionHandle(PipelineExecution execution) {
        this.execution = execution;
    }

    PipelineExecution execution() {
        return execution;
    }

    /** Says what handles mean that the current thread reads from now on. */
    static void reading(ExecutionHandle handle) {
        if (handle == null) {
            READING.remove();
        } else {
            READING.set(handle);
        }
    }

    private Object readResolve() {
        return READING.get();
    }
}
