package io.jenkins.plugins.stackdeploy.embedded.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Reads the stages, however deep they are nested. */
final class StageModel {
    private static final List<String> SECTIONS = List.of(
            "agent", "environment", "failFast", "input", "options", "parallel", "post", "stages", "steps", "when");

    private final Problems problems;
    private final Sections sections;
    private final WhenModel conditions;

    StageModel(Problems problems, Sections sections) {
        this.problems = problems;
        this.sections = sections;
        this.conditions = new WhenModel(problems);
    }

    /** Reads a block of stages. */
    Expression list(Directive directive) {
        List<Expression> stages = new ArrayList<>();
        if (directive.requireBody(problems)) {
            for (Directive each : Directive.in(directive.body(), problems)) {
                if (each.name().equals("stage")) {
                    stages.add(stage(each));
                } else {
                    problems.report(each.place(), "Expected a stage, found \"" + each.name() + "\"");
                }
            }
            if (stages.isEmpty()) {
                problems.report(directive.place(), "No stages specified");
            }
        }
        return Literals.list(stages);
    }

    private Expression stage(Directive directive) {
        MapExpression stage = Literals.map();
        Expression name = directive.onlyArgument(problems);
        if (name != null) {
            Literals.put(stage, "name", name);
        }
        int contents = 0;
        if (directive.requireBody(problems)) {
            for (Directive each : Directive.in(directive.body(), problems)) {
                Expression section = section(each);
                if (section != null) {
                    Literals.put(stage, each.name(), section);
                    contents += List.of("steps", "stages", "parallel").contains(each.name()) ? 1 : 0;
                }
            }
            if (contents != 1) {
                problems.report(directive.place(), "A stage needs exactly one of steps, stages and parallel");
            }
        }
        return stage;
    }

    private Expression section(Directive directive) {
        return switch (directive.name()) {
            case "agent" -> sections.agent(directive);
            case "environment" -> sections.environment(directive);
            case "options" -> sections.options(directive);
            case "post" -> sections.post(directive);
            case "when" -> conditions.when(directive);
            case "stages", "parallel" -> list(directive);
            case "steps" -> steps(directive);
            case "input" -> sections.input(directive);
            case "failFast" -> failFast(directive);
            default -> {
                problems.unknown(
                        directive.place(),
                        "Unknown stage section (steps in a stage must be in a steps block)",
                        directive.name(),
                        SECTIONS);
                yield null;
            }
        };
    }

    private Expression steps(Directive directive) {
        if (!directive.requireBody(problems)) {
            return null;
        }
        if (Directive.statements(directive.body()).isEmpty()) {
            problems.report(directive.place(), "No steps specified");
        }
        new StepLiterals(problems).check(directive.body());
        return directive.body();
    }

    private Expression failFast(Directive directive) {
        Expression value = directive.onlyArgument(problems);
        if (value != null
                && !(value instanceof ConstantExpression constant && constant.getValue() instanceof Boolean)) {
            problems.report(directive.place(), "failFast needs true or false");
        }
        return value;
    }
}
