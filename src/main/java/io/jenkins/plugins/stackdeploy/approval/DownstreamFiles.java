package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a gate after a build starts, and what became of it; kept with the files of the gate. */
final class DownstreamFiles {
    private static final String REQUEST = "downstream.json";
    private static final String STARTS = "starts.json";
    /** Several threads may hear of starts at the same time; they are few, and the file is small. */
    private static final Object LOCK = new Object();

    private final DeploymentFiles files;

    /**
     * The files of a gate.
     *
     * @param key the gate's
     */
    DownstreamFiles(Run<?, ?> run, String key) {
        this.files = GateFiles.folder(run, key);
    }

    /** The file that has all starts by the names of the jobs as they were configured. */
    record Starts(Map<String, DownstreamStart> byJob) {
        Starts {
            byJob = new LinkedHashMap<>(byJob);
        }
    }

    void save(DownstreamRequest request) throws IOException {
        files.write(REQUEST, request);
    }

    /** What is to be started; empty when this is no gate after a build, or the build is deleted. */
    Optional<DownstreamRequest> request() throws IOException {
        return files.read(REQUEST, DownstreamRequest.class);
    }

    /** What became of each job so far; jobs that are still to be started are missing. */
    Map<String, DownstreamStart> starts() throws IOException {
        return files.read(STARTS, Starts.class).map(Starts::byJob).orElseGet(Map::of);
    }

    /**
     * Keeps what became of a job; durable when it returns.
     *
     * @return whether it was not known before
     */
    boolean add(String job, DownstreamStart start) throws IOException {
        synchronized (LOCK) {
            Map<String, DownstreamStart> starts = new LinkedHashMap<>(starts());
            if (starts.putIfAbsent(job, start) != null) {
                return false;
            }
            files.write(STARTS, new Starts(starts));
            return true;
        }
    }
}
