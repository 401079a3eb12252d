package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Decision;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateRequest;
import io.jenkins.plugins.stackdeploy.gate.GateState;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail about a gate: plain text, in the language of Jenkins.
 *
 * @param subject one line
 * @param body lines
 */
record MailText(String subject, String body) {
    /** @param decision what was decided; null when the gate opens or reminds */
    static MailText of(GateEvent event, Gate gate, Decision decision, Run<?, ?> run, String id) {
        GateRequest request = gate.request();
        GateState state = gate.state();
        String news = EventText.of(event, state, decision);
        String title = Text.oneLine(request.name() + ", " + run.getFullDisplayName());
        List<String> lines = new ArrayList<>(List.of(title + ": " + Text.oneLine(news), ""));
        if (request.message() != null) {
            lines.add(Text.printable(request.message()));
            lines.add("");
        }
        if (state == GateState.OPEN) {
            gate.progress().stream()
                    .filter(rule -> !rule.isMet())
                    .forEach(rule -> lines.add(Messages.Log_open(
                            RuleText.of(rule.rule()),
                            String.valueOf(rule.approvedBy().size()),
                            String.valueOf(rule.rule().needed()))));
            if (request.deadline() != null) {
                lines.add(Messages.Mail_until(Times.tell(request.deadline())));
            }
            lines.add(Messages.Log_decideAt(GateLinks.address(run, id)));
        } else {
            lines.add(GateLinks.address(run, id));
        }
        return new MailText(Messages.Mail_subject(title, Text.oneLine(news)), String.join("\n", lines) + "\n");
    }
}
