package io.jenkins.plugins.stackdeploy.report;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happened in one deployment, gathered from its entries. */
final class DeploymentHistory {
    private final String id;
    private final Map<String, ResourceHistory> resources = new LinkedHashMap<>();
    private final Map<String, Entry.Instance> instances = new TreeMap<>();
    private Entry.Begun begun;
    private Stage stage = Stage.DECIDING;
    private Entry.Accepted accepted;
    private String status;
    private FailureSummary failure;
    private int leftOut;
    private Entry.Ended ended;

    private DeploymentHistory(String id) {
        this.id = id;
    }

    /**
     * Reads the history of a deployment.
     *
     * @param id its id
     * @param file its entries
     * @return what to show, as if the build went on; empty as long as nothing has begun
     * @throws IOException when the file cannot be read
     */
    static Optional<DeploymentView> read(String id, Path file) throws IOException {
        DeploymentHistory history = new DeploymentHistory(id);
        EventReader.read(file, history::add);
        return history.begun == null ? Optional.empty() : Optional.of(history.view());
    }

    private void add(Entry entry) {
        if (entry instanceof Entry.Begun last) {
            begun = last;
        } else if (entry instanceof Entry.Reached reached) {
            stage = reached.stage();
        } else if (entry instanceof Entry.Accepted last) {
            accepted = last;
        } else if (entry instanceof Entry.Status seen) {
            status = seen.status();
        } else if (entry instanceof Entry.Resource resource) {
            resources.computeIfAbsent(resource.path(), ResourceHistory::new).add(resource);
        } else if (entry instanceof Entry.Instance instance) {
            instances.put(instance.account() + "/" + instance.region(), instance);
        } else if (entry instanceof Entry.Failed failed) {
            failure = failed.summary();
        } else if (entry instanceof Entry.LeftOut some) {
            leftOut += some.count();
        } else if (entry instanceof Entry.Ended last) {
            ended = last;
        }
    }

    private DeploymentView view() {
        boolean over = ended != null;
        String lastStatus = over && ended.status() != null ? ended.status() : status;
        String action = over && ended.action() != null ? ended.action() : accepted == null ? null : accepted.action();
        String console = over && ended.consoleUrl() != null
                ? ended.consoleUrl()
                : accepted == null ? null : accepted.consoleUrl();
        return new DeploymentView(
                id,
                begun.target(),
                begun.name(),
                begun.region(),
                action,
                over ? state(ended.result()) : DeploymentView.State.RUNNING,
                stage,
                lastStatus,
                lastStatus == null ? null : Tone.of(lastStatus),
                over ? ended.message() : null,
                over ? ended.changed() : accepted != null,
                begun.time(),
                over ? ended.time() : null,
                begun.expected(),
                ConsoleLinks.allowed(console),
                failure,
                resources.values().stream()
                        .map(history -> history.view(deletingUndoes(action, lastStatus)))
                        .sorted(Comparator.comparing(DeploymentHistory::began))
                        .toList(),
                instances.values().stream().map(DeploymentHistory::view).toList(),
                over ? ended.outputs() : Map.of(),
                leftOut);
    }

    /** An update deletes what is no longer wanted; a creation deletes only what it gives up. */
    private static boolean deletingUndoes(String action, String status) {
        boolean rolledBack = status != null && status.contains("ROLLBACK");
        return rolledBack || "CREATE".equals(action) || "RECREATE".equals(action);
    }

    private static Instant began(ResourceView resource) {
        return resource.spans().get(0).from();
    }

    private static InstanceView view(Entry.Instance instance) {
        return new InstanceView(
                instance.account(),
                instance.region(),
                instance.status(),
                Tone.of(instance.status()),
                instance.reason() == null ? "" : instance.reason());
    }

    private static DeploymentView.State state(Outcome.Kind result) {
        return switch (result) {
            case SUCCESS -> DeploymentView.State.SUCCESS;
            case FAILURE -> DeploymentView.State.FAILURE;
            case ABORTED -> DeploymentView.State.ABORTED;
        };
    }
}
