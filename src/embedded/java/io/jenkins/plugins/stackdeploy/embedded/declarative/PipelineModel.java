package io.jenkins.plugins.stackdeploy.embedded.declarative;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Reads a whole <code>pipeline { ... }</code>. */
final class PipelineModel {
    private static final List<String> SECTIONS =
            List.of("agent", "environment", "options", "parameters", "post", "stages");

    private final Problems problems;
    private final Sections sections;
    private final StageModel stages;

    PipelineModel(Problems problems) {
        this.problems = problems;
        this.sections = new Sections(problems);
        this.stages = new StageModel(problems, sections);
    }

    Expression of(ASTNode place, ClosureExpression body) {
        MapExpression model = Literals.map();
        Set<String> seen = new HashSet<>();
        for (Directive directive : Directive.in(body, problems)) {
            if (!seen.add(directive.name())) {
                problems.report(directive.place(), "Multiple occurrences of the " + directive.name() + " section");
            }
            Expression section = section(directive);
            if (section != null) {
                Literals.put(model, directive.name(), section);
            }
        }
        for (String required : List.of("agent", "stages")) {
            if (!seen.contains(required)) {
                problems.report(place, "Missing required section \"" + required + "\"");
            }
        }
        return model;
    }

    private Expression section(Directive directive) {
        return switch (directive.name()) {
            case "agent" -> sections.agent(directive);
            case "environment" -> sections.environment(directive);
            case "options" -> sections.options(directive);
            case "parameters" -> sections.parameters(directive);
            case "post" -> sections.post(directive);
            case "stages" -> stages.list(directive);
            default -> {
                problems.unknown(directive.place(), "Undefined section", directive.name(), SECTIONS);
                yield null;
            }
        };
    }
}
