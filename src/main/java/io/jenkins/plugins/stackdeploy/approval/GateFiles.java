package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.Ledger;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The files of one gate: what is asked, and the ledger. They go with the build when it is deleted. */
final class GateFiles {
    /** Beside build.xml. */
    private static final String FOLDER = "stack-deploy-gates";

    private final DeploymentFiles files;

    /**
     * The files of a gate.
     *
     * @param key unique in the build; letters, digits and hyphens
     */
    GateFiles(Run<?, ?> run, String key) {
        this.files =
                new DeploymentFiles(run.getRootDir().toPath().resolve(FOLDER).resolve(key));
    }

    void save(GateJob job) throws IOException {
        files.saveRequest(job);
    }

    /** What is asked; empty when the build has lost it. */
    Optional<GateJob> job() throws IOException {
        return files.request(GateJob.class);
    }

    /** The gate as its ledger has it now. */
    Gate open(GateJob job, InstantSource clock, Consumer<Decision> listener) throws IOException {
        Ledger ledger = Ledger.open(files.path("decisions.jsonl"));
        return new Gate(job.request(), ledger, new RealmIdentities(), clock, listener);
    }
}
