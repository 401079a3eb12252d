package hudson.model;

import java.io.IOException;
import jenkins.model.ParameterizedJobMixIn;

/** A job whose builds run on one workspace: the freestyle kind. */
public abstract class AbstractProject<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Job<P, R>
        implements ParameterizedJobMixIn.ParameterizedJob<P, R> {
    private volatile boolean disabled;

    protected AbstractProject(ItemGroup parent, String name) {
        super(parent, name);
    }

    protected abstract Class<R> getBuildClass();

    @Override
    public boolean isBuildable() {
        return !disabled;
    }

    /** Has nothing build this job from now on. */
    public void disable() throws IOException {
        disabled = true;
    }
}
