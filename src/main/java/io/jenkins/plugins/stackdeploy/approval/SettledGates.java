package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Job;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The last gates of a job that were decided, in a file beside its configuration: its page shows them without reading builds.
 * The ledgers are what counts; that this file cannot be written keeps no gate from anything.
 */
final class SettledGates {
    private static final Logger LOGGER = Logger.getLogger(SettledGates.class.getName());
    private static final String FOLDER = "stack-deploy-gates";
    private static final String FILE = "settled.json";
    private static final int MOST = 20;
    /** Gates of one job may be decided at the same time; rarely enough for one lock for all. */
    private static final Object LOCK = new Object();

    private final Job<?, ?> job;
    private final DeploymentFiles files;

    private SettledGates(Job<?, ?> job) {
        this.job = job;
        this.files = new DeploymentFiles(job.getRootDir().toPath().resolve(FOLDER));
    }

    static SettledGates of(Job<?, ?> job) {
        return new SettledGates(job);
    }

    /** The whole file. */
    record Content(List<SettledGate> gates) {
        Content {
            gates = gates == null ? List.of() : List.copyOf(gates);
        }
    }

    /** Whether any gate of the job was ever decided. */
    boolean exist() {
        return Files.exists(files.path(FILE));
    }

    /** The last gates, the latest first. */
    List<SettledGate> list() throws IOException {
        return files.read(FILE, Content.class).map(Content::gates).orElseGet(List::of);
    }

    /** Adds a gate that is decided; again, it is still there once. */
    void add(LiveGate live) {
        Gate gate = live.gate();
        Optional<GateOutcome> outcome = gate.outcome();
        if (outcome.isEmpty()) {
            return;
        }
        GateOutcome end = outcome.get();
        List<Decision> decisions = gate.decisions();
        List<Decision> deciders = end.rejection() == null ? end.approvals() : List.of(end.rejection());
        SettledGate settled = new SettledGate(
                live.run().getNumber(),
                Text.oneLine(live.run().getDisplayName()),
                live.id(),
                Text.oneLine(gate.request().name()),
                end.state(),
                end.why(),
                deciders.stream().map(DecisionText::who).toList(),
                end.comment(),
                decisions.get(decisions.size() - 1).at());
        change(gates -> Stream.concat(Stream.of(settled), gates.stream().filter(each -> !each.isSameAs(settled))));
    }

    /** Leaves out the gates of a build that is deleted. */
    void forget(int build) {
        change(gates -> gates.stream().filter(each -> each.build() != build));
    }

    private interface Change {
        Stream<SettledGate> of(List<SettledGate> gates);
    }

    private void change(Change change) {
        synchronized (LOCK) {
            try {
                List<SettledGate> before = list();
                List<SettledGate> after =
                        new ArrayList<>(change.of(before).limit(MOST).toList());
                if (!after.equals(before)) {
                    files.write(FILE, new Content(after));
                }
            } catch (IOException failed) {
                LOGGER.log(Level.WARNING, "The list of gates of " + job.getFullName() + " cannot be written", failed);
            }
        }
    }
}
