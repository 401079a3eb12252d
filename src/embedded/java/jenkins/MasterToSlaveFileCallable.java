package jenkins;

import jenkins.agents.ControllerToAgentFileCallable;

/** The older name of {@link ControllerToAgentFileCallable}. */
public abstract class MasterToSlaveFileCallable<T> implements ControllerToAgentFileCallable<T> {
    private static final long serialVersionUID = 1L;
}
