package hudson.model;

import hudson.EnvVars;
import hudson.FilePath;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A build that runs on one workspace: the freestyle kind. */
public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R> {
    private transient volatile FilePath workspace;

    protected AbstractBuild(P project) throws IOException {
        super(project);
    }

    protected AbstractBuild(P project, File buildDir) throws IOException {
        super(project, buildDir);
    }

    public abstract void run();

    /** @return null before the build has a workspace */
    public final FilePath getWorkspace() {
        return workspace;
    }

    protected void setWorkspace(FilePath workspace) {
        this.workspace = workspace;
    }

    /** The environment of the next build step. */
    @Override
    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = super.getEnvironment(listener);
        if (workspace != null) {
            env.put("WORKSPACE", workspace.getRemote());
        }
        return env;
    }

    /** The build's parameters by name. */
    public Map<String, String> getBuildVariables() {
        Map<String, String> variables = new TreeMap<>();
        ParametersAction parameters = getAction(ParametersAction.class);
        if (parameters != null) {
            EnvVars env = new EnvVars();
            parameters.buildEnvironment(this, env);
            variables.putAll(env);
        }
        return variables;
    }
}
