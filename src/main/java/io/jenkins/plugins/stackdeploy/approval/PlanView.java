package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.plan.EstimatedCost;
import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import io.jenkins.plugins.stackdeploy.plan.Replacement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as the page of its gate shows it, in the language of whoever asks. */
final class PlanView {
    /** What a row stands for; its lower-case name is in the JSON. */
    private enum Kind {
        ADD,
        MODIFY,
        REPLACE,
        REMOVE,
        PLAIN;

        static Kind of(PlannedChange change) {
            return switch (change.action()) {
                case PlannedChange.ADD -> ADD;
                case PlannedChange.REMOVE -> REMOVE;
                default -> change.replaces() ? REPLACE : MODIFY;
            };
        }

        static Kind of(ParameterChange change) {
            return switch (change.kind()) {
                case ADD -> ADD;
                case REMOVE -> REMOVE;
                case MODIFY, SECRET -> MODIFY;
                case SAME -> PLAIN;
            };
        }
    }

    private final List<Object> tables = new ArrayList<>();

    private PlanView() {}

    /**
     * The view.
     *
     * @return {@code digest}, {@code headline}, {@code expiresAt} (null when there is nothing to deploy), {@code tables} and
     *     {@code template}; a table has {@code caption}, {@code columns}, {@code rows} of {@code kind} and {@code cells}, and
     *     {@code note}
     */
    static Map<String, Object> of(Plan plan) {
        PlanView view = new PlanView();
        view.changes(plan.changes());
        view.parameters(plan.parameters());
        if (plan.cost() != null) {
            view.cost(plan.cost());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("digest", plan.digest());
        json.put("headline", plan.headline());
        json.put("expiresAt", plan.hasChanges() ? plan.expiresAt() : null);
        json.put("tables", view.tables);
        json.put(
                "template",
                Map.of("caption", Messages.PlanView_template(), "diff", Text.printable(plan.templateDifference())));
        return json;
    }

    private void table(String caption, List<String> columns, List<Object> rows, String note) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("caption", caption);
        table.put("columns", columns);
        table.put("rows", rows);
        table.put("note", note);
        tables.add(table);
    }

    private static Object row(Kind kind, List<String> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind.name().toLowerCase(Locale.ROOT));
        row.put("cells", cells);
        return row;
    }

    private void changes(List<PlannedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<String> columns = List.of(
                Messages.PlanView_change(),
                Messages.PlanView_resource(),
                Messages.PlanView_type(),
                Messages.PlanView_id(),
                Messages.PlanView_causes());
        table(
                Messages.PlanView_changes(),
                columns,
                changes.stream()
                        .map(each -> row(
                                Kind.of(each),
                                List.of(
                                        word(each),
                                        each.logicalId(),
                                        each.type(),
                                        each.physicalId(),
                                        String.join(", ", each.causes()))))
                        .toList(),
                "");
    }

    private static String word(PlannedChange change) {
        return switch (Kind.of(change)) {
            case ADD -> Messages.PlanView_add();
            case REMOVE -> Messages.PlanView_remove();
            case REPLACE ->
                change.replacement() == Replacement.YES ? Messages.PlanView_replace() : Messages.PlanView_mayReplace();
            case MODIFY, PLAIN ->
                change.action().equals(PlannedChange.MODIFY) ? Messages.PlanView_modify() : change.action();
        };
    }

    private void parameters(List<ParameterChange> parameters) {
        List<Object> rows = parameters.stream()
                .filter(each -> each.kind() != ParameterChange.Kind.SAME)
                .map(each -> row(Kind.of(each), List.of(each.key(), value(each.before()), after(each))))
                .toList();
        if (!rows.isEmpty()) {
            List<String> columns =
                    List.of(Messages.PlanView_parameter(), Messages.PlanView_before(), Messages.PlanView_after());
            table(Messages.PlanView_parameters(), columns, rows, "");
        }
    }

    private static String after(ParameterChange change) {
        String after = value(change.after());
        return change.kind() == ParameterChange.Kind.SECRET ? after + " (" + Messages.PlanView_secret() + ")" : after;
    }

    private static String value(String value) {
        return value == null ? Messages.PlanView_none() : value;
    }

    private void cost(EstimatedCost cost) {
        String totals = cost.totals().entrySet().stream()
                .map(total -> total.getValue().toPlainString() + " " + total.getKey())
                .collect(Collectors.joining(", "));
        List<Object> rows = cost.items().stream()
                .map(item ->
                        row(Kind.PLAIN, List.of(item.logicalId(), item.type(), item.amount() + " " + item.currency())))
                .toList();
        table(
                totals.isEmpty() ? Messages.PlanView_noCost() : Messages.PlanView_cost(totals),
                List.of(Messages.PlanView_resource(), Messages.PlanView_type(), Messages.PlanView_price()),
                rows,
                cost.problem());
    }
}
