package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jvnet.localizer.LocaleProvider;

/** A rule in words. */
final class RuleText {
    private RuleText() {}

    /** In the language of whoever reads it now. */
    static String of(GateRule rule) {
        return of(rule, LocaleProvider.getLocale());
    }

    static String of(GateRule rule, Locale locale) {
        String number = String.valueOf(rule.number());
        if (rule.isForEverybody()) {
            return Messages._Rule_everybody(number).toString(locale);
        }
        List<String> named = new ArrayList<>(rule.users());
        rule.groups().forEach(group -> named.add(Messages._Rule_group(group).toString(locale)));
        String names = Text.oneLine(String.join(", ", named));
        return (rule.all() ? Messages._Rule_all(names) : Messages._Rule_some(number, names)).toString(locale);
    }
}
