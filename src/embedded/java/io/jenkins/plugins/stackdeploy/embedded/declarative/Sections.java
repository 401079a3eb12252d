package io.jenkins.plugins.stackdeploy.embedded.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads what both the whole Pipeline and a stage may have. */
final class Sections {
    private static final List<String> POST_CONDITIONS = List.of(
            "always",
            "changed",
            "fixed",
            "regression",
            "aborted",
            "failure",
            "success",
            "unstable",
            "unsuccessful",
            "cleanup");
    private static final List<String> OPTIONS = List.of(
            "timeout",
            "timestamps",
            "retry",
            "skipDefaultCheckout",
            "disableConcurrentBuilds",
            "buildDiscarder",
            "parallelsAlwaysFailFast",
            "skipStagesAfterUnstable");
    private static final List<String> PARAMETERS = List.of("string", "booleanParam", "choice", "password", "text");
    private static final List<String> AGENTS = List.of("any", "none", "label", "node");

    private final Problems problems;

    Sections(Problems problems) {
        this.problems = problems;
    }

    /** A map with the kind, and for a label a closure that gives it. */
    Expression agent(Directive directive) {
        if (directive.body() == null) {
            if (directive.arguments().size() == 1
                    && directive.arguments().get(0) instanceof VariableExpression word
                    && List.of("any", "none").contains(word.getName())) {
                return agentOf(word.getName(), null);
            }
            problems.report(directive.place(), "Expected agent any, agent none or agent { label '...' }");
            return null;
        }
        for (Directive each : Directive.in(directive.body(), problems)) {
            if (each.name().equals("node") && each.body() != null) {
                return agent(new Directive("agent", each.place(), List.of(), each.body()));
            }
            if (each.name().equals("label")) {
                Expression label = each.onlyArgument(problems);
                return label == null ? null : agentOf("label", Literals.later(label, each.place()));
            }
            problems.unknown(each.place(), "Invalid agent type", each.name(), AGENTS);
            return null;
        }
        problems.report(directive.place(), "No agent type specified");
        return null;
    }

    private static Expression agentOf(String kind, Expression label) {
        MapExpression agent = Literals.map();
        Literals.put(agent, "kind", Literals.text(kind));
        if (label != null) {
            Literals.put(agent, "label", label);
        }
        return agent;
    }

    /** A list of maps with a name and a closure that gives the value, or the id of credentials. */
    Expression environment(Directive directive) {
        List<Expression> variables = new ArrayList<>();
        if (directive.requireBody(problems)) {
            for (Statement statement : Directive.statements(directive.body())) {
                Expression variable = variable(statement);
                if (variable == null) {
                    problems.report(statement, "\"environment\" expects NAME = value");
                } else {
                    variables.add(variable);
                }
            }
        }
        return Literals.list(variables);
    }

    private static Expression variable(Statement statement) {
        if (!(statement instanceof ExpressionStatement single)
                || !(single.getExpression() instanceof BinaryExpression assignment)
                || !assignment.getOperation().getText().equals("=")
                || !(assignment.getLeftExpression() instanceof VariableExpression name)) {
            return null;
        }
        MapExpression variable = Literals.map();
        Literals.put(variable, "name", Literals.text(name.getName()));
        Expression value = assignment.getRightExpression();
        if (value instanceof MethodCallExpression call
                && "credentials".equals(call.getMethodAsString())
                && Directive.argumentsOf(call).size() == 1) {
            Expression id = Directive.argumentsOf(call).get(0);
            Literals.put(variable, "credentials", Literals.later(id, statement));
        } else {
            Literals.put(variable, "value", Literals.later(value, statement));
        }
        return variable;
    }

    /** A list of maps with a name and a closure that gives the arguments as a list. */
    Expression options(Directive directive) {
        List<Expression> options = new ArrayList<>();
        if (directive.requireBody(problems)) {
            for (Directive each : Directive.in(directive.body(), problems)) {
                if (!OPTIONS.contains(each.name())) {
                    problems.unknown(each.place(), "Invalid option type", each.name(), OPTIONS);
                    continue;
                }
                MapExpression option = Literals.map();
                Literals.put(option, "name", Literals.text(each.name()));
                Literals.put(option, "arguments", Literals.later(Literals.list(each.arguments()), each.place()));
                options.add(option);
            }
        }
        return Literals.list(options);
    }

    /** A list of closures, each of which gives a parameter. */
    Expression parameters(Directive directive) {
        List<Expression> parameters = new ArrayList<>();
        if (directive.requireBody(problems)) {
            List<Statement> statements = Directive.statements(directive.body());
            List<Directive> directives = Directive.in(directive.body(), problems);
            for (Directive each : directives) {
                if (!PARAMETERS.contains(each.name())) {
                    problems.unknown(each.place(), "Invalid parameter type", each.name(), PARAMETERS);
                }
            }
            for (Statement statement : statements) {
                if (statement instanceof ExpressionStatement single) {
                    parameters.add(Literals.later(single.getExpression(), statement));
                }
            }
        }
        return Literals.list(parameters);
    }

    /** A map from conditions to closures. */
    Expression post(Directive directive) {
        MapExpression post = Literals.map();
        if (directive.requireBody(problems)) {
            for (Directive each : Directive.in(directive.body(), problems)) {
                if (!POST_CONDITIONS.contains(each.name())) {
                    problems.unknown(each.place(), "Invalid condition", each.name(), POST_CONDITIONS);
                } else if (each.requireBody(problems)) {
                    Literals.put(post, each.name(), each.body());
                }
            }
        }
        return post;
    }

    /** A closure that gives the arguments of the question as a map. */
    Expression input(Directive directive) {
        MapExpression arguments = Literals.map();
        if (directive.body() == null) {
            Expression message = directive.onlyArgument(problems);
            if (message != null) {
                Literals.put(arguments, "message", message);
            }
        } else {
            for (Directive each : Directive.in(directive.body(), problems)) {
                Expression value = each.onlyArgument(problems);
                if (value != null) {
                    Literals.put(arguments, each.name(), value);
                }
            }
        }
        return Literals.later(arguments, directive.place());
    }
}
