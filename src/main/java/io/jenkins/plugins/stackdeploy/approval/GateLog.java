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
import org.jvnet.localizer.Localizable;

/**
 * What a build's log says about a gate, in the language of Jenkins. Names, messages and comments are anybody's: they are folded
 * to one clean line.
 */
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
        say(Messages._Log_waits(Text.oneLine(request.message() == null ? request.name() : request.message())));
        request.policy().rules().forEach(rule -> say(Messages._Log_rule(RuleText.of(rule, LogLanguage.locale()))));
        if (!request.requesters().isEmpty() && !request.policy().allowRequester()) {
            say(Messages._Log_requesters(Text.oneLine(String.join(", ", request.requesters()))));
            if (!request.policy().canBeMet(request.requesters(), new RealmIdentities())) {
                say(Messages._Log_cannotBeMet());
            }
        }
        if (request.deadline() != null) {
            String left = Durations.tell(Duration.between(now, request.deadline()));
            String until = Times.tell(request.deadline());
            say(
                    request.approvedAtDeadline()
                            ? Messages._Log_untilThenApproved(until, left)
                            : Messages._Log_untilThenRejected(until, left));
        }
        say(Messages._Log_decideAt(link));
    }

    /** What is decided upon, for whoever reads the log alone. */
    private void plan(Plan plan) {
        List<String> lines = plan.asSummary().lines().toList();
        lines.stream().limit(PLAN_LINES_MOST).forEach(line -> console.line(Text.printable(line)));
        if (lines.size() > PLAN_LINES_MOST) {
            say(Messages._Log_planMore(String.valueOf(lines.size() - PLAN_LINES_MOST)));
        }
    }

    void waitsOn() {
        say(Messages._Log_waitsOn(link));
    }

    void deadlinePassedMeanwhile(Instant deadline) {
        say(Messages._Log_deadlinePassedMeanwhile(Times.tell(deadline)));
    }

    void decidedBefore() {
        say(Messages._Log_decidedBefore());
    }

    void reminder(List<RuleProgress> progress) {
        say(Messages._Log_reminder(link));
        progress.stream()
                .filter(each -> !each.isMet())
                .forEach(each -> say(Messages._Log_open(
                        RuleText.of(each.rule(), LogLanguage.locale()),
                        String.valueOf(each.approvedBy().size()),
                        String.valueOf(each.rule().needed()))));
    }

    void decided(Decision decision, Gate gate) {
        switch (decision.kind()) {
            case APPROVE -> console.line(approved(decision, gate));
            case REJECT ->
                console.line(withComment(Messages._Log_rejected(DecisionText.who(decision)), decision.comment()));
            case SETTLE -> settled(decision.state(), decision.comment());
        }
        decision.parameters().forEach((name, value) -> say(Messages._Log_parameter(name, Text.oneLine(value))));
    }

    private static String approved(Decision decision, Gate gate) {
        int needed =
                gate.progress().stream().mapToInt(each -> each.rule().needed()).sum();
        return withComment(
                Messages._Log_approved(
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
        say(StateText.of(state, why));
    }

    void notNotified(String who, String why) {
        say(Messages._Log_notNotified(who, Text.oneLine(why)));
    }

    void noMail() {
        say(Messages._Log_noMail());
    }

    void trouble(Throwable failed) {
        say(Messages._Log_trouble(Text.oneLine(String.valueOf(failed.getMessage()))));
    }

    private void say(Localizable text) {
        console.line(LogLanguage.tell(text));
    }

    private static String withComment(Localizable text, String comment) {
        String line = LogLanguage.tell(text);
        return comment == null ? line : line + ": " + Text.oneLine(comment);
    }
}
