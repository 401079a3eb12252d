package io.jenkins.plugins.stackdeploy.plan;

import java.util.List;
import java.util.regex.Pattern;

/** Writes a plan as Markdown. Whatever text is in the plan stays text: it forms no links, images, HTML or tables. */
final class PlanMarkdown {
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_{}\\[\\]()<>#+\\-.!|~&:@])");
    private static final Pattern FENCES = Pattern.compile("`{3,}");

    private final Plan plan;
    private final StringBuilder out = new StringBuilder();

    PlanMarkdown(Plan plan) {
        this.plan = plan;
    }

    String write() {
        out.append("**").append(escaped(PlanText.headline(plan))).append("**\n");
        changes();
        if (plan.rollout() != null && plan.hasChanges()) {
            rollout(plan.rollout());
        }
        settings();
        parameters();
        if (!plan.templateDifference().isEmpty()) {
            heading(Messages.Text_template());
            fenced(plan.templateDifference());
        }
        if (plan.cost() != null) {
            cost(plan.cost());
        }
        out.append('\n').append(escaped(Messages.Text_digest(plan.digest()))).append('\n');
        return out.toString();
    }

    private void heading(String text) {
        out.append("\n### ").append(escaped(text)).append("\n\n");
    }

    private void changes() {
        if (plan.changes().isEmpty()) {
            return;
        }
        out.append('\n');
        table(List.of(
                "",
                Messages.Markdown_resource(),
                Messages.Markdown_type(),
                Messages.Markdown_id(),
                Messages.Markdown_why()));
        for (PlannedChange change : plan.changes()) {
            String causes = String.join(", ", change.causes());
            String replaced = PlanText.replaced(change);
            row(List.of(
                    PlanText.sign(change),
                    change.logicalId(),
                    change.type(),
                    change.physicalId(),
                    replaced.isEmpty() || causes.isEmpty() ? replaced + causes : replaced + " " + causes));
        }
    }

    private void rollout(Rollout rollout) {
        out.append('\n');
        if (!rollout.instances().isEmpty()) {
            table(List.of("", Messages.Markdown_region(), Messages.Markdown_instances(), Messages.Markdown_accounts()));
            for (InstanceGroup group : rollout.instances()) {
                row(List.of(RolloutText.sign(group), group.region(), RolloutText.what(group), RolloutText.who(group)));
            }
            out.append('\n');
        }
        RolloutText text = new RolloutText(plan);
        item(text.steps());
        if (!rollout.preferences().isEmpty()) {
            item(text.preferences());
        }
        rollout.notes().forEach(this::item);
    }

    private void item(String text) {
        out.append("* ").append(escaped(text)).append('\n');
    }

    private void settings() {
        if (plan.settings().isEmpty()) {
            return;
        }
        heading(Messages.Text_settings());
        table(List.of(Messages.Markdown_setting(), Messages.Markdown_before(), Messages.Markdown_after()));
        for (SettingChange change : plan.settings()) {
            row(List.of(change.name(), orNothing(change.before()), orNothing(change.after())));
        }
    }

    private static String orNothing(String value) {
        return value == null ? "" : value;
    }

    private void parameters() {
        List<ParameterChange> changed = PlanText.changed(plan);
        if (changed.isEmpty()) {
            return;
        }
        heading(Messages.Text_parameters());
        table(List.of(Messages.Markdown_parameter(), Messages.Markdown_before(), Messages.Markdown_after()));
        for (ParameterChange change : changed) {
            row(List.of(change.key(), orNothing(change.before()), orNothing(change.after())));
        }
    }

    private void cost(EstimatedCost cost) {
        heading(PlanText.total(cost));
        if (!cost.items().isEmpty()) {
            table(List.of(Messages.Markdown_resource(), Messages.Markdown_type(), Messages.Markdown_amount()));
            cost.items()
                    .forEach(
                            item -> row(List.of(item.logicalId(), item.type(), item.amount() + " " + item.currency())));
        }
        if (!cost.problem().isEmpty()) {
            out.append(escaped(cost.problem())).append('\n');
        }
    }

    private void table(List<String> columns) {
        row(columns);
        out.append("|").append(" --- |".repeat(columns.size())).append('\n');
    }

    private void row(List<String> cells) {
        out.append('|');
        cells.forEach(cell -> out.append(' ').append(escaped(cell)).append(" |"));
        out.append('\n');
    }

    private static String escaped(String text) {
        return MARKUP.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$1");
    }

    /** A block that nothing in it can end: its fence is longer than any in the text. */
    private void fenced(String text) {
        int longest = FENCES.matcher(text)
                .results()
                .mapToInt(found -> found.group().length())
                .max()
                .orElse(2);
        String fence = "`".repeat(longest + 1);
        out.append(fence)
                .append("diff\n")
                .append(text)
                .append('\n')
                .append(fence)
                .append('\n');
    }
}
