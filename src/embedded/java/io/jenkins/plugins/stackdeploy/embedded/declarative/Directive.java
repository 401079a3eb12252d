package io.jenkins.plugins.stackdeploy.embedded.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * One entry of a block: a name, arguments, and a block of its own.
 *
 * @param arguments what is in the parentheses or stands behind the name
 * @param body null without a block
 */
record Directive(String name, ASTNode place, List<Expression> arguments, ClosureExpression body) {
    /** Reads the entries of a block; what is not an entry is a problem. */
    static List<Directive> in(ClosureExpression block, Problems problems) {
        List<Directive> directives = new ArrayList<>();
        for (Statement statement : statements(block)) {
            Directive directive = of(statement);
            if (directive == null) {
                problems.report(statement, "Not a valid section definition: expected a name followed by its arguments");
            } else {
                directives.add(directive);
            }
        }
        return directives;
    }

    static List<Statement> statements(ClosureExpression block) {
        return block.getCode() instanceof BlockStatement code ? code.getStatements() : List.of(block.getCode());
    }

    private static Directive of(Statement statement) {
        if (!(statement instanceof ExpressionStatement single)) {
            return null;
        }
        Expression expression = single.getExpression();
        if (expression instanceof VariableExpression word) {
            return new Directive(word.getName(), statement, List.of(), null);
        }
        if (!(expression instanceof MethodCallExpression call) || call.getMethodAsString() == null) {
            return null;
        }
        List<Expression> arguments = argumentsOf(call);
        ClosureExpression body = null;
        if (!arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof ClosureExpression last) {
            body = last;
            arguments = arguments.subList(0, arguments.size() - 1);
        }
        return new Directive(call.getMethodAsString(), statement, arguments, body);
    }

    /** Named arguments become one map. */
    static List<Expression> argumentsOf(MethodCallExpression call) {
        List<Expression> arguments = new ArrayList<>();
        if (call.getArguments() instanceof ArgumentListExpression list) {
            arguments.addAll(list.getExpressions());
        } else if (call.getArguments() instanceof TupleExpression tuple) {
            for (Expression each : tuple.getExpressions()) {
                arguments.add(
                        each instanceof NamedArgumentListExpression named
                                ? new MapExpression(named.getMapEntryExpressions())
                                : each);
            }
        }
        return arguments;
    }

    /** @return the only argument, or null after reporting that there must be one */
    Expression onlyArgument(Problems problems) {
        if (arguments.size() == 1) {
            return arguments.get(0);
        }
        problems.report(place, "\"" + name + "\" needs exactly one argument");
        return null;
    }

    /** @return whether there is a block; reports it if not */
    boolean requireBody(Problems problems) {
        if (body == null) {
            problems.report(place, "\"" + name + "\" needs a block { }");
        }
        return body != null;
    }
}
