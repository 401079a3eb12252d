package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Approver;
import io.jenkins.plugins.stackdeploy.gate.GateRequest;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import io.jenkins.plugins.stackdeploy.gate.RuleProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gates that somebody waits at, as the current user sees them: those that the user may decide first, then the oldest first.
 * All of this is in memory; no build is read from the disk.
 */
final class WaitingView {
    private static final int MESSAGE_LONGEST = 300;

    private WaitingView() {}

    /** The open gates that the current user may see. */
    static Stream<LiveGate> visible() {
        return GateService.get().all().stream()
                .filter(gate -> gate.run().getParent().hasPermission(Item.READ))
                .filter(gate -> gate.gate().state() == GateState.OPEN);
    }

    /** Whether the current user could approve or reject now. */
    static boolean isMine(LiveGate live) {
        Approver viewer = CurrentApprover.of(live.run());
        return live.gate().refusal(viewer).isEmpty()
                || live.gate().refusalToReject(viewer).isEmpty();
    }

    /** All of them as JSON. */
    static Map<String, Object> all() {
        return view(visible());
    }

    /**
     * Those of a job as JSON, with the last that were decided.
     *
     * @throws IOException when the list of those cannot be read
     */
    static Map<String, Object> of(Job<?, ?> job) throws IOException {
        Map<String, Object> view = view(visible().filter(gate -> gate.isOf(job)));
        List<Object> settled = new ArrayList<>();
        for (SettledGate each : SettledGates.of(job).list()) {
            settled.add(settled(job, each));
        }
        view.put("settled", settled);
        return view;
    }

    private record Row(boolean mine, LiveGate live) {}

    private static Map<String, Object> view(Stream<LiveGate> gates) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "gates",
                gates.map(live -> new Row(isMine(live), live))
                        .sorted(Comparator.comparing(Row::mine, Comparator.reverseOrder())
                                .thenComparing(
                                        row -> row.live().gate().request().opened())
                                .thenComparing(row -> row.live().key()))
                        .map(row -> open(row.live(), row.mine()))
                        .toList());
        return view;
    }

    private static Map<String, Object> open(LiveGate live, boolean mine) {
        Run<?, ?> run = live.run();
        GateRequest request = live.gate().request();
        String message = Text.oneLine(request.message());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("url", GateLinks.path(run, live.id()));
        view.put("name", Text.oneLine(request.name()));
        view.put("message", message.substring(0, Math.min(MESSAGE_LONGEST, message.length())));
        view.put("build", Text.oneLine(run.getFullDisplayName()));
        view.put("buildUrl", run.getUrl());
        view.put("mine", mine);
        view.put("openedAt", request.opened().toString());
        view.put(
                "deadline",
                request.deadline() == null ? null : request.deadline().toString());
        view.put(
                "needed",
                live.gate().progress().stream()
                        .filter(rule -> !rule.isMet())
                        .map(WaitingView::needed)
                        .toList());
        return view;
    }

    private static String needed(RuleProgress progress) {
        return RuleText.of(progress.rule()) + " (" + progress.approvedBy().size() + "/"
                + progress.rule().needed() + ")";
    }

    private static Map<String, Object> settled(Job<?, ?> job, SettledGate gate) {
        String build = job.getUrl() + gate.build() + "/";
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("url", build + GatesAction.URL + "/" + gate.id() + "/");
        view.put("name", gate.name());
        view.put("build", gate.buildName());
        view.put("buildUrl", build);
        view.put("state", gate.state().name());
        view.put("stateText", StateText.of(gate.state(), gate.why()).toString());
        view.put("by", gate.by());
        view.put("comment", Text.printable(gate.comment()));
        view.put("at", gate.at().toString());
        return view;
    }
}
