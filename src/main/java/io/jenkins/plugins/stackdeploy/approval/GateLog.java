package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateRequest;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import io.jenkins.plugins.stackdeploy.gate.RuleProgress;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a build's log says about a gate. Names, messages and comments are anybody's: they are folded to one clean line. */
final class GateLog {
    private static final int PLAN_LINES_MOST = 300;

    private final Console console;
    private final String link;

    /** @param link where to decide; a console note or an address */
    GateLog(Console console, String link) {
        this.console = console;
        this.link = link;
    }

    void opened(GateRequest request, Optional<Plan> plan, Instant now) {
        plan.ifPresent(this::plan);
        console.line(Messages.Log_waits(Text.oneLine(request.message() == null ? request.name() : request.message())));
        request.policy().rules().forEach(rule -> console.line(Messages.Log_rule(RuleText.of(rule))));
        if (!request.requesters().isEmpty() && !request.policy().allowRequester()) {
            console.line(Messages.Log_requesters(Text.oneLine(String.join(", ", request.requesters()))));
            if (!request.policy().canBeMet(request.requesters(), new RealmIdentities())) {
                console.line(Messages.Log_cannotBeMet());
            }
        }
        if (request.deadline() != null) {
            String left = Durations.tell(Duration.between(now, request.deadline()));
            String until = Times.tell(request.deadline());
            console.line(
                    request.approvedAtDeadline()
                            ? Messages.Log_untilThenApproved(until, left)
                            : Messages.Log_untilThenRejected(until, left));
        }
        console.line(Messages.Log_decideAt(link));
    }

    /** What is decided upon, for whoever reads the log alone. */
    private void plan(Plan plan) {
        List<String> lines = plan.asSummary().lines().toList();
        lines.stream().limit(PLAN_LINES_MOST).forEach(line -> console.line(Text.printable(line)));
        if (lines.size() > PLAN_LINES_MOST) {
            console.line(Messages.Log_planMore(String.valueOf(lines.size() - PLAN_LINES_MOST)));
        }
    }

    void waitsOn() {
        console.line(Messages.Log_waitsOn(link));
    }

    void deadlinePassedMeanwhile(Instant deadline) {
        console.line(Messages.Log_deadlinePassedMeanwhile(Times.tell(deadline)));
    }

    void decidedBefore() {
        console.line(Messages.Log_decidedBefore());
    }

    void reminder(List<RuleProgress> progress) {
        console.line(Messages.Log_reminder(link));
        progress.stream()
                .filter(each -> !each.isMet())
                .forEach(each -> console.line(Messages.Log_open(
                        RuleText.of(each.rule()),
                        String.valueOf(each.approvedBy().size()),
                        String.valueOf(each.rule().needed()))));
    }

    void decided(Decision decision, Gate gate) {
        switch (decision.kind()) {
            case APPROVE -> console.line(approved(decision, gate));
            case REJECT ->
                console.line(withComment(Messages.Log_rejected(DecisionText.who(decision)), decision.comment()));
            case SETTLE -> settled(decision.state(), decision.comment());
        }
        decision.parameters().forEach((name, value) -> console.line(Messages.Log_parameter(name, Text.oneLine(value))));
    }

    private static String approved(Decision decision, Gate gate) {
        int needed =
                gate.progress().stream().mapToInt(each -> each.rule().needed()).sum();
        return withComment(
                Messages.Log_approved(
                        DecisionText.who(decision), String.valueOf(count(gate, decision)), String.valueOf(needed)),
                decision.comment());
    }

    /** How many had approved then; further approvals may have come since. */
    private static long count(Gate gate, Decision decision) {
        return gate.decisions().stream()
                .filter(each -> each.kind() == Decision.Kind.APPROVE && each.number() <= decision.number())
                .count();
    }

    private void settled(GateState state, String why) {
        console.line(StateText.of(state, why));
    }

    void notNotified(String who, String why) {
        console.line(Messages.Log_notNotified(who, Text.oneLine(why)));
    }

    void noMail() {
        console.line(Messages.Log_noMail());
    }

    void trouble(Exception failed) {
        console.line(Messages.Log_trouble(Text.oneLine(String.valueOf(failed.getMessage()))));
    }

    private static String withComment(String line, String comment) {
        return comment == null ? line : line + ": " + Text.oneLine(comment);
    }
}
