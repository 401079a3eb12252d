package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.RunAction2;

/** Says on the page of a build how the gate after it stands, and what it has started. */
public class PostBuildGateAction implements RunAction2 {
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
     * How the gate stands, and what became of each job, a sentence each.
     *
     * @throws IOException when the files cannot be read
     */
    public List<String> getLines() throws IOException {
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
        for (String job : files.request().map(DownstreamRequest::jobs).orElse(List.of())) {
            DownstreamStart start = starts.get(job);
            String shown = Text.oneLine(job);
            if (start != null) {
                lines.add(
                        start.build() == null
                                ? Messages.Downstream_refused(shown, Text.oneLine(start.refusal()))
                                : Messages.Downstream_started(shown, String.valueOf(start.build())));
            } else if (state == GateState.OPEN) {
                lines.add(Messages.Downstream_willStart(shown));
            } else if (state.isApproved()) {
                lines.add(Messages.Downstream_queued(shown));
            } else {
                lines.add(Messages.Downstream_notStarted(shown));
            }
        }
        return lines;
    }
}
