package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a plan as lines for a log. */
final class PlanText {
    private final Plan plan;
    private final List<String> lines = new ArrayList<>();

    PlanText(Plan plan) {
        this.plan = plan;
    }

    /** All of it. */
    List<String> lines() {
        return lines(this::template);
    }

    /** What can be said in a line each; the lines of the template are only counted. */
    List<String> summary() {
        return lines(this::templateInShort);
    }

    private List<String> lines(Runnable template) {
        lines.add(headline(plan));
        plan.changes().forEach(change -> lines.add("  " + change(change)));
        if (plan.rollout() != null && plan.hasChanges()) {
            lines.addAll(new RolloutText(plan).lines());
        }
        settings();
        parameters();
        template.run();
        cost();
        lines.add(Messages.Text_digest(plan.digest()));
        if (plan.hasChanges()) {
            lines.add(Messages.Text_expires(plan.expiresAt()));
        }
        return lines;
    }

    /** What it comes to, in one line. */
    static String headline(Plan plan) {
        if (!plan.hasChanges()) {
            return Messages.Text_nothing(Text.oneLine(plan.name()), Text.oneLine(plan.region()));
        }
        if (plan.rollout() != null) {
            return new RolloutText(plan).headline();
        }
        long added = plan.changes().stream()
                .filter(change -> change.action().equals(PlannedChange.ADD))
                .count();
        long modified = plan.changes().size() - added - plan.deletions().size();
        return Messages.Text_headline(
                Text.oneLine(plan.action()),
                Text.oneLine(plan.name()),
                Text.oneLine(plan.region()),
                added,
                modified,
                plan.replacements().size(),
                plan.deletions().size());
    }

    /** The sign that stands for a change. */
    static String sign(PlannedChange change) {
        return switch (change.action()) {
            case PlannedChange.ADD -> "+";
            case PlannedChange.REMOVE -> "-";
            default -> change.replaces() ? "!" : "~";
        };
    }

    private static String change(PlannedChange change) {
        StringBuilder line = new StringBuilder(sign(change))
                .append(' ')
                .append(change.logicalId())
                .append("  ")
                .append(change.type());
        if (!change.physicalId().isEmpty()) {
            line.append("  ").append(change.physicalId());
        }
        String replaced = replaced(change);
        if (!replaced.isEmpty()) {
            line.append("  ").append(replaced);
        }
        if (!change.causes().isEmpty()) {
            line.append("  (").append(String.join(", ", change.causes())).append(')');
        }
        return line.toString();
    }

    /** What is said of a replacement; empty when there is none. */
    static String replaced(PlannedChange change) {
        return switch (change.replacement()) {
            case NO -> "";
            case YES -> Messages.Text_replaced();
            case MAYBE -> Messages.Text_mayBeReplaced();
        };
    }

    private void settings() {
        if (!plan.settings().isEmpty()) {
            lines.add(Messages.Text_settings());
            plan.settings()
                    .forEach(change -> lines.add(
                            "  " + change.name() + ": " + value(change.before()) + " -> " + value(change.after())));
        }
    }

    private void parameters() {
        List<ParameterChange> changed = changed(plan);
        if (changed.isEmpty()) {
            return;
        }
        lines.add(Messages.Text_parameters());
        changed.forEach(change -> lines.add("  " + change.key() + ": " + parameter(change)));
    }

    /** The parameters of which there is something to say. */
    static List<ParameterChange> changed(Plan plan) {
        return plan.parameters().stream()
                .filter(change -> change.kind() != ParameterChange.Kind.SAME)
                .toList();
    }

    private static String parameter(ParameterChange change) {
        return switch (change.kind()) {
            case SAME, MODIFY -> value(change.before()) + " -> " + value(change.after());
            case ADD -> value(change.after());
            case REMOVE -> Messages.Text_removed(value(change.before()));
            case SECRET -> Messages.Text_secret();
        };
    }

    private static String value(String value) {
        return value == null ? "-" : "\"" + Text.oneLine(value) + "\"";
    }

    private void template() {
        if (!plan.templateDifference().isEmpty()) {
            lines.add(Messages.Text_template());
            plan.templateDifference().lines().forEach(line -> lines.add("  " + line));
        }
    }

    private void templateInShort() {
        long changed = plan.templateDifference()
                .lines()
                .filter(line -> line.matches("[+-](?![+-]{2} ).*"))
                .count();
        if (changed > 0) {
            lines.add(Messages.Text_templateLines(String.valueOf(changed)));
        }
    }

    private void cost() {
        EstimatedCost cost = plan.cost();
        if (cost == null) {
            return;
        }
        lines.add(total(cost));
        cost.items()
                .forEach(item -> lines.add(
                        "  " + item.logicalId() + "  " + item.type() + "  " + item.amount() + " " + item.currency()));
        if (!cost.problem().isEmpty()) {
            lines.add("  " + cost.problem());
        }
    }

    /** The sum, in one line. */
    static String total(EstimatedCost cost) {
        List<String> totals = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> total : cost.totals().entrySet()) {
            totals.add(total.getValue().toPlainString() + " " + total.getKey());
        }
        return totals.isEmpty() ? Messages.Text_noCost() : Messages.Text_cost(String.join(", ", totals));
    }
}
