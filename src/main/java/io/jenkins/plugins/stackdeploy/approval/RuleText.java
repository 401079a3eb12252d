package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateRule;
import java.util.ArrayList;
import java.util.List;

/** A rule in words. */
final class RuleText {
    private RuleText() {}

    static String of(GateRule rule) {
        String number = String.valueOf(rule.number());
        if (rule.isForEverybody()) {
            return Messages.Rule_everybody(number);
        }
        List<String> named = new ArrayList<>(rule.users());
        rule.groups().forEach(group -> named.add(Messages.Rule_group(group)));
        String names = Text.oneLine(String.join(", ", named));
        return rule.all() ? Messages.Rule_all(names) : Messages.Rule_some(number, names);
    }
}
