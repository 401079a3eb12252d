package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.TopLevelItem;
import hudson.tasks.Builder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A job that is a list of build steps. Its builds do not survive the process, as in Jenkins. */
public final class FreestyleJob extends FreeStyleProject {
    private final transient List<Builder> steps;
    private final transient Path workspaceSource;

    FreestyleJob(Controller parent, String name, List<? extends Builder> steps, Path workspaceSource) {
        super(parent, name);
        this.steps = List.copyOf(steps);
        this.workspaceSource = workspaceSource;
    }

    Controller controller() {
        return (Controller) getParent();
    }

    @Override
    public List<Builder> getBuilders() {
        return steps;
    }

    Path workspaceSource() {
        return workspaceSource;
    }

    /**
     * Starts a build.
     *
     * @param parameters texts, booleans or whole {@link ParameterValue}s by name
     * @param user who asks for it; null for somebody who is not logged in
     */
    public synchronized FreestyleRun schedule(Map<String, ?> parameters, String user) throws IOException {
        FreestyleRun run = new FreestyleRun(this);
        run.addAction(new CauseAction(new Cause.UserIdCause(user)));
        List<ParameterValue> values = Parameters.of(parameters);
        if (!values.isEmpty()) {
            run.addAction(new ParametersAction(values));
        }
        run.save();
        _getRuns().put(run.getNumber(), run);
        run.begin();
        return run;
    }

    @Override
    public Descriptor<TopLevelItem> getDescriptor() {
        throw new UnsupportedOperationException("jobs of the stand-in are not configured in a form");
    }
}
