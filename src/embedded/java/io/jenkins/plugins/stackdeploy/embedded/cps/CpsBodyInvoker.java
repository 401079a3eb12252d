package io.jenkins.plugins.stackdeploy.embedded.cps;

import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;

/** Prepares one run of a body. */
final class CpsBodyInvoker extends BodyInvoker {
    private final CpsStepContext owner;
    private final int bodyId;
    private final boolean once;
    private final List<Object> overrides = new ArrayList<>();
    private final List<BodyExecutionCallback> callbacks = new ArrayList<>();
    private String displayName;
    private CpsBodyExecution execution;

    /** @param once whether the body is forgotten when it is over */
    CpsBodyInvoker(CpsStepContext owner, int bodyId, boolean once) {
        this.owner = owner;
        this.bodyId = bodyId;
        this.once = once;
    }

    @Override
    public BodyInvoker withContext(Object override) {
        overrides.add(override);
        return this;
    }

    @Override
    public BodyInvoker withDisplayName(String name) {
        displayName = name;
        return this;
    }

    @Override
    public BodyInvoker withCallback(BodyExecutionCallback callback) {
        callbacks.add(callback);
        return this;
    }

    @Override
    public BodyExecution start() {
        if (execution != null) {
            throw new IllegalStateException("this body was started already");
        }
        execution = new CpsBodyExecution(owner, callbacks, once ? bodyId : null);
        owner.start(this);
        return execution;
    }

    void launch(CpsThread thread) {
        String label = displayName == null ? "" : " (" + displayName + ")";
        owner.execution().log().pipeline("{" + label);
        execution.launch(thread, thread.program.body(bodyId), ContextVariables.add(thread.variables, overrides));
    }
}
