package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.plan.EstimatedCost;
import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import io.jenkins.plugins.stackdeploy.plan.RolloutText;
import io.jenkins.plugins.stackdeploy.plan.SettingChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as the page of its gate shows it, in the language of whoever asks. */
final class PlanView {
    private final Plan plan;
    private final List<PlanTable> tables = new ArrayList<>();

    private PlanView(Plan plan) {
        this.plan = plan;
        changes();
        if (plan.rollout() != null) {
            rollout();
        }
        settings();
        parameters();
        if (plan.cost() != null) {
            cost(plan.cost());
        }
    }

    /**
     * The view.
     *
     * @return {@code digest}, {@code headline}, {@code expiresAt} (null when there is nothing to deploy), {@code tables}, and
     *     {@code template} with {@code caption} and {@code diff}
     */
    static Map<String, Object> of(Plan plan) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("digest", plan.digest());
        view.put("headline", plan.headline());
        view.put("expiresAt", plan.hasChanges() ? plan.expiresAt() : null);
        view.put("tables", new PlanView(plan).tables);
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("caption", Messages.PlanView_template());
        template.put("diff", Text.printable(plan.templateDifference()));
        view.put("template", template);
        return view;
    }

    private void table(String caption, List<String> columns, List<PlanTable.Row> rows) {
        if (!rows.isEmpty()) {
            tables.add(new PlanTable(caption, columns, rows, List.of()));
        }
    }

    private void changes() {
        List<String> columns = List.of(
                Messages.PlanView_change(),
                Messages.PlanView_resource(),
                Messages.PlanView_type(),
                Messages.PlanView_id(),
                Messages.PlanView_causes());
        table(
                Messages.PlanView_changes(),
                columns,
                plan.changes().stream().map(PlanView::change).toList());
    }

    private static PlanTable.Row change(PlannedChange change) {
        List<String> cells = List.of(
                word(change),
                change.logicalId(),
                change.type(),
                change.physicalId(),
                String.join(", ", change.causes()));
        return new PlanTable.Row(PlanTable.Kind.of(change), cells);
    }

    private static String word(PlannedChange change) {
        return switch (change.action()) {
            case PlannedChange.ADD -> Messages.PlanView_add();
            case PlannedChange.REMOVE -> Messages.PlanView_remove();
            case PlannedChange.MODIFY ->
                switch (change.replacement()) {
                    case NO -> Messages.PlanView_modify();
                    case YES -> Messages.PlanView_replace();
                    case MAYBE -> Messages.PlanView_mayReplace();
                };
            default -> change.action();
        };
    }

    private void rollout() {
        List<PlanTable.Row> rows = plan.rollout().instances().stream()
                .map(group -> new PlanTable.Row(
                        PlanTable.Kind.of(group),
                        List.of(
                                RolloutText.sign(group) + " " + RolloutText.what(group),
                                group.region(),
                                RolloutText.who(group))))
                .toList();
        RolloutText text = new RolloutText(plan);
        List<String> notes = new ArrayList<>();
        if (!plan.rollout().steps().isEmpty()) {
            notes.add(text.steps());
        }
        if (!plan.rollout().preferences().isEmpty()) {
            notes.add(text.preferences());
        }
        notes.addAll(plan.rollout().notes());
        List<String> columns =
                List.of(Messages.PlanView_change(), Messages.PlanView_region(), Messages.PlanView_accounts());
        tables.add(new PlanTable(Messages.PlanView_instances(), columns, rows, notes));
    }

    private void settings() {
        table(
                Messages.PlanView_settings(),
                List.of(Messages.PlanView_setting(), Messages.PlanView_before(), Messages.PlanView_after()),
                plan.settings().stream().map(PlanView::setting).toList());
    }

    private static PlanTable.Row setting(SettingChange change) {
        return new PlanTable.Row(
                PlanTable.Kind.MODIFY, List.of(change.name(), value(change.before()), value(change.after())));
    }

    private void parameters() {
        List<String> columns =
                List.of(Messages.PlanView_parameter(), Messages.PlanView_before(), Messages.PlanView_after());
        table(
                Messages.PlanView_parameters(),
                columns,
                plan.parameters().stream()
                        .filter(change -> change.kind() != ParameterChange.Kind.SAME)
                        .map(PlanView::parameter)
                        .toList());
    }

    private static PlanTable.Row parameter(ParameterChange change) {
        String after = value(change.after());
        String shown = change.kind() == ParameterChange.Kind.SECRET ? Messages.PlanView_secret(after) : after;
        return new PlanTable.Row(PlanTable.Kind.of(change), List.of(change.key(), value(change.before()), shown));
    }

    private static String value(String value) {
        return value == null ? Messages.PlanView_none() : value;
    }

    private void cost(EstimatedCost cost) {
        String totals = cost.totals().entrySet().stream()
                .map(total -> total.getValue().toPlainString() + " " + total.getKey())
                .collect(Collectors.joining(", "));
        List<PlanTable.Row> rows = cost.items().stream()
                .map(item -> new PlanTable.Row(
                        PlanTable.Kind.PLAIN,
                        List.of(item.logicalId(), item.type(), item.amount() + " " + item.currency())))
                .toList();
        tables.add(new PlanTable(
                totals.isEmpty() ? Messages.PlanView_noCost() : Messages.PlanView_cost(totals),
                List.of(Messages.PlanView_resource(), Messages.PlanView_type(), Messages.PlanView_price()),
                rows,
                cost.problem().isEmpty() ? List.of() : List.of(cost.problem())));
    }
}
