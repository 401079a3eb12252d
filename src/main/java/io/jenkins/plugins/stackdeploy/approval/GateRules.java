package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.gate.GatePolicy;
import io.jenkins.plugins.stackdeploy.gate.GateRule;
import io.jenkins.plugins.stackdeploy.gate.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Reads the rules of a gate, in either of the two ways in which they can be given. */
final class GateRules {
    private static final int RULES_MOST = 20;
    private static final int COUNT_MOST = 100;
    private static final String GROUP_MARK = "@";

    private final ManualGateStep step;
    private final Identities identities;
    private final List<String> problems;

    /** @param problems told of what is wrong */
    GateRules(ManualGateStep step, Identities identities, List<String> problems) {
        this.step = step;
        this.identities = identities;
        this.problems = problems;
    }

    List<GateRule> read() {
        List<GateRule> rules = new ArrayList<>();
        if (step.getRules() == null) {
            rules.add(shorthand());
        } else {
            if (step.getApprovers() != null || step.getCount() != null) {
                problems.add(Messages.Input_rulesAndApprovers());
            }
            if (step.getRules().size() > RULES_MOST) {
                problems.add(Messages.Input_tooMany(
                        "rules", String.valueOf(step.getRules().size()), String.valueOf(RULES_MOST)));
            }
            step.getRules()
                    .forEach(each -> rules.add(
                            rule(Lines.items(each.getUsers()), Lines.items(each.getGroups()), each.getCount())));
        }
        boolean canBeMet = GatePolicy.of(rules.toArray(GateRule[]::new)).canBeMet(List.of(), identities);
        if (problems.isEmpty() && !canBeMet) {
            problems.add(Messages.Input_cannotBeMet());
        }
        return rules;
    }

    private GateRule shorthand() {
        List<String> users = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (String approver : Lines.items(step.getApprovers())) {
            if (approver.startsWith(GROUP_MARK)) {
                groups.add(approver.substring(GROUP_MARK.length()));
            } else {
                users.add(approver);
            }
        }
        return rule(users, groups, step.getCount());
    }

    private GateRule rule(List<String> users, List<String> groups, String count) {
        List<String> eachUser = once(users, identities::sameUser);
        List<String> eachGroup = once(groups, identities::sameGroup);
        String word = count == null ? "any" : count.toLowerCase(Locale.ROOT);
        if (word.equals("all")) {
            if (eachUser.isEmpty() && eachGroup.isEmpty()) {
                problems.add(Messages.Input_allOfNobody());
                return GateRule.any(eachUser, eachGroup);
            }
            return GateRule.all(eachUser, eachGroup);
        }
        return GateRule.some(word.equals("any") ? 1 : number(word), eachUser, eachGroup);
    }

    private int number(String word) {
        if (word.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(word);
            if (number >= 1 && number <= COUNT_MOST) {
                return number;
            }
        }
        problems.add(Messages.Input_count(word, String.valueOf(COUNT_MOST)));
        return 1;
    }

    /** Names that mean the same count once. */
    private static List<String> once(List<String> names, BiPredicate<String, String> same) {
        List<String> once = new ArrayList<>();
        for (String name : names) {
            if (once.stream().noneMatch(each -> same.test(each, name))) {
                once.add(name);
            }
        }
        return once;
    }
}
