package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Descriptor;
import hudson.model.Job;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.TopLevelItem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jenkins.model.ParameterizedJobMixIn;

/** A job whose script is a Jenkinsfile. */
public final class PipelineJob extends Job<PipelineJob, PipelineRun>
        implements TopLevelItem, ParameterizedJobMixIn.ParameterizedJob<PipelineJob, PipelineRun> {
    private String jenkinsfile = "";
    private String workspaceSource;

    private final transient SortedMap<Integer, PipelineRun> runs =
            Collections.synchronizedSortedMap(new TreeMap<>(Collections.reverseOrder()));

    PipelineJob(Controller parent, String name) {
        super(parent, name);
    }

    Controller controller() {
        return (Controller) getParent();
    }

    void define(String text, Path source) throws IOException {
        jenkinsfile = text;
        workspaceSource = source == null ? null : source.toAbsolutePath().toString();
        save();
    }

    String jenkinsfile() {
        return jenkinsfile;
    }

    Path workspaceSource() {
        return workspaceSource == null ? null : Path.of(workspaceSource);
    }

    /**
     * Starts a build.
     *
     * @param parameters texts, booleans or whole {@link ParameterValue}s by name
     * @param user who asks for it; null for somebody who is not logged in
     */
    public synchronized PipelineRun schedule(Map<String, ?> parameters, String user) throws IOException {
        List<Action> actions = new ArrayList<>(List.of(new CauseAction(new Cause.UserIdCause(user))));
        List<ParameterValue> values = Parameters.of(parameters);
        if (!values.isEmpty()) {
            actions.add(new ParametersAction(values));
        }
        return begin(actions);
    }

    /** Starts a build with these actions. */
    synchronized PipelineRun begin(List<Action> actions) throws IOException {
        PipelineRun run = new PipelineRun(this);
        actions.forEach(run::addAction);
        run.prepare();
        runs.put(run.getNumber(), run);
        run.begin();
        return run;
    }

    /** Reads the job and its builds from the disk. */
    void load() throws IOException {
        getConfigFile().unmarshal(this);
        Path builds = getBuildDir().toPath();
        if (Files.isDirectory(builds)) {
            try (Stream<Path> folders = Files.list(builds)) {
                for (Path folder : folders.toList()) {
                    if (Files.exists(folder.resolve("build.xml"))) {
                        PipelineRun run = new PipelineRun(this, folder.toFile());
                        runs.put(run.getNumber(), run);
                    }
                }
            }
        }
        onLoad(getParent(), getName());
    }

    void resumeBuilds() throws IOException {
        for (PipelineRun run : new ArrayList<>(runs.values())) {
            if (run.isInProgress()) {
                run.resume();
            }
        }
    }

    @Override
    public synchronized void save() throws IOException {
        if (!controller().isKilled()) {
            super.save();
        }
    }

    @Override
    public boolean isBuildable() {
        return true;
    }

    @Override
    protected SortedMap<Integer, PipelineRun> _getRuns() {
        return runs;
    }

    @Override
    protected void removeRun(PipelineRun run) {
        runs.remove(run.getNumber());
    }

    @Override
    public File getBuildDir() {
        return new File(getRootDir(), "builds");
    }

    @Override
    public Descriptor<TopLevelItem> getDescriptor() {
        throw new UnsupportedOperationException("jobs of the stand-in are not configured in a form");
    }
}
