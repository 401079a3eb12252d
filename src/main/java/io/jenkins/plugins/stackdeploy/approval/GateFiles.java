package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.Ledger;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The files of one gate: what is asked, and the ledger. They go with the build when it is deleted. */
final class GateFiles {
    /** Beside build.xml. */
    private static final String FOLDER = "stack-deploy-gates";

    private static final String PLAN = "plan.json";

    private final Run<?, ?> run;
    private final String key;
    private final DeploymentFiles files;

    /**
     * The files of a gate.
     *
     * @param key unique in the build; letters, digits and hyphens
     */
    GateFiles(Run<?, ?> run, String key) {
        this.run = run;
        this.key = key;
        this.files = folder(run, key);
    }

    /** The folder of a gate. */
    static DeploymentFiles folder(Run<?, ?> run, String key) {
        return new DeploymentFiles(run.getRootDir().toPath().resolve(FOLDER).resolve(key));
    }

    /** @param plan what is decided upon, if there is a plan; kept without what can be made of it again */
    void save(GateJob job, Optional<Plan> plan) throws IOException {
        if (plan.isPresent()) {
            Map<String, Object> map = plan.get().toMap();
            map.keySet().removeAll(List.of("text", "markdown"));
            files.write(PLAN, map);
        }
        // What is asked comes last: once it is there, everything is.
        files.saveRequest(job);
    }

    /**
     * The plan that is decided upon.
     *
     * @return empty when there is none
     * @throws IOException when it cannot be read, or was changed by somebody else
     */
    Optional<Plan> plan() throws IOException {
        Optional<Map<?, ?>> map = files.read(PLAN, Map.class).map(each -> (Map<?, ?>) each);
        try {
            return map.map(Plan::of);
        } catch (IllegalArgumentException changed) {
            throw new IOException(files.path(PLAN) + ": " + changed.getMessage(), changed);
        }
    }

    /** What is asked; empty when the build has lost it. */
    Optional<GateJob> job() throws IOException {
        return files.request(GateJob.class);
    }

    /** The gate as its ledger has it now; it goes with the build when its job gets another name. */
    Gate open(GateJob job, InstantSource clock, Consumer<Decision> listener) throws IOException {
        Ledger ledger = Ledger.open(() -> folder(run, key).path("decisions.jsonl"));
        return new Gate(job.request(), ledger, new RealmIdentities(), clock, listener);
    }
}
