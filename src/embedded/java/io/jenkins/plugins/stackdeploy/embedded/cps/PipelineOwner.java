package io.jenkins.plugins.stackdeploy.embedded.cps;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.embedded.log.BuildLog;
import java.nio.file.Path;

/** The build that a Pipeline runs for. */
public interface PipelineOwner {
    Run<?, ?> run();

    BuildLog log();

    /** Where the program is kept; exists. */
    Path directory();

    /** The text of the Jenkinsfile, the same at every start of this build. */
    String script();

    /** The files that {@code checkout scm} brings; null when there are none. */
    Path workspaceSource();

    /** @return a folder for {@code node} to work in that no other build has at the same time */
    Path allocateWorkspace();

    /** Takes the folder again that was allocated before a restart. */
    void reclaimWorkspace(Path workspace);

    void releaseWorkspace(Path workspace);

    /** Told about each place at which the process might be killed. */
    Boundaries boundaries();

    /**
     * Called once, when the program is over.
     *
     * @param failure what ended it, or null
     */
    void finished(Result result, Throwable failure);
}
