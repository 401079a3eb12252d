package io.jenkins.plugins.stackdeploy.embedded.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Reads the conditions of a stage. */
final class WhenModel {
    private static final List<String> CONDITIONS =
            List.of("allOf", "anyOf", "branch", "environment", "equals", "expression", "not");

    private final Problems problems;

    WhenModel(Problems problems) {
        this.problems = problems;
    }

    Expression when(Directive directive) {
        MapExpression when = Literals.map();
        List<Expression> conditions = new ArrayList<>();
        boolean before = false;
        if (directive.requireBody(problems)) {
            for (Directive each : Directive.in(directive.body(), problems)) {
                if (List.of("beforeAgent", "beforeInput", "beforeOptions").contains(each.name())) {
                    before |= Boolean.TRUE.equals(constant(each));
                } else {
                    addTo(conditions, each);
                }
            }
            if (conditions.isEmpty()) {
                problems.report(directive.place(), "Empty when closure, remove or add some content");
            }
        }
        Literals.put(when, "beforeAgent", new ConstantExpression(before));
        Literals.put(when, "conditions", Literals.list(conditions));
        return when;
    }

    private Object constant(Directive directive) {
        return directive.onlyArgument(problems) instanceof ConstantExpression value ? value.getValue() : null;
    }

    private void addTo(List<Expression> conditions, Directive directive) {
        MapExpression condition = Literals.map();
        Literals.put(condition, "kind", Literals.text(directive.name()));
        switch (directive.name()) {
            case "expression" -> {
                if (directive.requireBody(problems)) {
                    Literals.put(condition, "value", directive.body());
                }
            }
            case "branch", "environment", "equals" -> {
                Expression argument = directive.onlyArgument(problems);
                if (argument != null) {
                    Literals.put(condition, "value", Literals.later(argument, directive.place()));
                }
            }
            case "not", "allOf", "anyOf" -> Literals.put(condition, "conditions", nested(directive));
            default -> problems.unknown(directive.place(), "Unknown conditional", directive.name(), CONDITIONS);
        }
        conditions.add(condition);
    }

    private Expression nested(Directive directive) {
        List<Expression> conditions = new ArrayList<>();
        if (directive.requireBody(problems)) {
            for (Directive each : Directive.in(directive.body(), problems)) {
                addTo(conditions, each);
            }
            if (directive.name().equals("not") && conditions.size() != 1) {
                problems.report(directive.place(), "\"not\" needs exactly one condition");
            }
        }
        return Literals.list(conditions);
    }
}
