package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Action;
import hudson.model.CauseAction;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;
import org.springframework.security.core.Authentication;

/**
 * Starts the jobs of a gate, each exactly once whatever happens to Jenkins meanwhile.
 *
 * <pre>
 *   approved ──► queue ──► the build begins ──► starts.json says so, before the build does anything
 * </pre>
 *
 * After a crash, a job that is neither in {@code starts.json} nor in the queue has done nothing yet, and is put into the
 * queue again. What can never be started is in {@code starts.json} with the reason.
 */
final class Downstream {
    private final Run<?, ?> run;
    private final String key;
    private final String id;
    private final String name;
    private final DownstreamRequest request;
    private final DownstreamFiles files;
    private final Console notes;

    /**
     * The jobs of a gate.
     *
     * @param run the build that the gate comes after
     * @param key the key of the gate's files
     * @param id the gate's id in the build
     * @param name what people call the gate
     */
    Downstream(Run<?, ?> run, String key, String id, String name, DownstreamRequest request, Console notes) {
        this.run = run;
        this.key = key;
        this.id = id;
        this.name = name;
        this.request = request;
        this.files = new DownstreamFiles(run, key);
        this.notes = notes;
    }

    /**
     * Puts what is not started yet into the queue.
     *
     * @param outcome how the gate was approved
     * @throws IOException when the files cannot be read or written; asked again, it goes on where it was
     */
    void start(GateOutcome outcome) throws IOException, InterruptedException {
        for (String job : request.jobs()) {
            // In this order: a build goes from the queue to those that begin, and then into the file.
            if (!isQueued(job) && !Beginning.has(key, job) && !files.starts().containsKey(job)) {
                start(job, outcome);
            }
        }
    }

    private boolean isQueued(String job) {
        for (Queue.Item item : Jenkins.get().getQueue().getItems()) {
            if (GateCauses.in(item.getCauses()).anyMatch(cause -> cause.isOf(key, job))) {
                return true;
            }
        }
        return false;
    }

    private void start(String job, GateOutcome outcome) throws IOException, InterruptedException {
        Optional<String> refusal;
        Optional<Authentication> who = RunAs.named(request.runAs());
        if (who.isEmpty()) {
            refusal = Optional.of(Messages.Downstream_nobody(Text.oneLine(request.runAs())));
        } else {
            try (ACLContext context = ACL.as2(who.get())) {
                refusal = schedule(job, outcome);
            } catch (IllegalArgumentException wrongValue) {
                refusal = Optional.of(Text.oneLine(wrongValue.getMessage()));
            }
        }
        String shown = Text.oneLine(job);
        if (refusal.isPresent()) {
            notes.line(Messages.Downstream_refused(shown, refusal.get()));
            files.add(job, DownstreamStart.refused(refusal.get()));
        }
    }

    /** Why not; empty when it is in the queue. */
    private Optional<String> schedule(String name, GateOutcome outcome) throws IOException, InterruptedException {
        Item item = DownstreamCheck.find(name, run.getParent());
        if (item == null) {
            return Optional.of(Messages.Downstream_noSuchJob());
        }
        if (!(item instanceof Job<?, ?> job) || !(item instanceof ParameterizedJobMixIn.ParameterizedJob)) {
            return Optional.of(Messages.Downstream_notBuildable());
        }
        if (!job.hasPermission(Item.BUILD)) {
            return Optional.of(Messages.Downstream_noPermission(RunAs.current()));
        }
        if (!job.isBuildable()) {
            return Optional.of(Messages.Downstream_notTaken()); // before a note says that it is in the queue
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new CauseAction(new GateCause(run, this.name, id, key, name, outcome)));
        actions.add(new GateStartAction(key, name));
        new DownstreamParameters(run, request, outcome.parameters(), notes)
                .of(job)
                .ifPresent(actions::add);
        notes.line(Messages.Downstream_queued(Text.oneLine(name)));
        return ParameterizedJobMixIn.scheduleBuild2(job, -1, actions.toArray(Action[]::new)) == null
                ? Optional.of(Messages.Downstream_notTaken())
                : Optional.empty();
    }

    /** Whether nothing is left to be started. */
    boolean isOver() throws IOException {
        return files.starts().keySet().containsAll(request.jobs());
    }
}
