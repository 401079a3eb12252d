package jenkins.model;

import hudson.model.Action;
import hudson.model.Run;

/** An action that is told which build it belongs to. */
public interface RunAction2 extends Action {
    /** Called when the action was added to a build. */
    void onAttached(Run<?, ?> r);

    /** Called when the build was read from the disk. */
    void onLoad(Run<?, ?> r);
}
