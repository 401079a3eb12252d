package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;

/** Says on the page of a build how the gate after it stands, and what it has started. */
public class PostBuildGateAction implements RunAction2 {
    private static final Logger LOGGER = Logger.getLogger(PostBuildGateAction.class.getName());

    private final String key;
    private final String id;
    private final String name;

    private transient Run<?, ?> run;

    /**
     * An action.
     *
     * @param key the key of the gate's files
     * @param id the gate's id in the build
     * @param name what people call the gate
     */
    PostBuildGateAction(String key, String id, String name) {
        this.key = key;
        this.id = id;
        this.name = name;
    }

    @Override
    public void onAttached(Run<?, ?> r) {
        run = r;
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        run = r;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Text.oneLine(name);
    }

    /** Nothing: the page is that of the gate. */
    @Override
    public String getUrlName() {
        return null;
    }

    boolean isOf(String otherKey) {
        return key.equals(otherKey);
    }

    /** The page of the gate, below the build. */
    public String getGateUrl() {
        return GatesAction.URL + "/" + id + "/";
    }

    /**
     * How the gate stands, and what became of each job, a sentence each. Of jobs that whoever asks may not see, only how many
     * there are.
     *
     */
    public List<String> getLines() {
        try {
            return lines();
        } catch (IOException unreadable) {
            LOGGER.log(Level.WARNING, "The gate after " + run + " cannot be shown", unreadable);
            return List.of(Messages.Gate_unreadable());
        }
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        Optional<Gate> gate = new GateResource(run, id, key).gate();
        if (gate.isEmpty()) {
            lines.add(Messages.Gate_gone());
            return lines;
        }
        lines.add(state(gate.get()));
        lines.addAll(jobs(gate.get().state()));
        return lines;
    }

    private static String state(Gate gate) {
        return gate.outcome()
                .map(outcome -> outcome.rejection() == null
                        ? StateText.of(outcome.state(), outcome.why())
                        : GateResult.refusal(gate.request().name(), outcome))
                .orElseGet(() -> StateText.of(gate.state(), null))
                .toString();
    }

    private List<String> jobs(GateState state) throws IOException {
        List<String> lines = new ArrayList<>();
        DownstreamFiles files = new DownstreamFiles(run, key);
        Map<String, DownstreamStart> starts = files.starts();
        int hidden = 0;
        for (String job : files.request().map(DownstreamRequest::jobs).orElse(List.of())) {
            if (mayKnow(job)) {
                lines.add(line(Text.oneLine(job), starts.get(job), state));
            } else {
                hidden++;
            }
        }
        if (hidden > 0) {
            lines.add(Messages.Downstream_hidden(String.valueOf(hidden)));
        }
        return lines;
    }

    /** Whether whoever reads the page may see the job, or its name in the configuration of this one. */
    private boolean mayKnow(String job) {
        return run.getParent().hasPermission(Item.CONFIGURE) || DownstreamCheck.find(job, run.getParent()) != null;
    }

    private static String line(String job, DownstreamStart start, GateState state) {
        if (start != null) {
            return start.build() == null
                    ? Messages.Downstream_refused(job, Text.oneLine(start.refusal()))
                    : Messages.Downstream_started(job, String.valueOf(start.build()));
        }
        if (state == GateState.OPEN) {
            return Messages.Downstream_willStart(job);
        }
        return state.isApproved() ? Messages.Downstream_queued(job) : Messages.Downstream_notStarted(job);
    }
}
