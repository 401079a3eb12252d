package io.jenkins.plugins.stackdeploy.embedded.declarative;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.codehaus.groovy.runtime.typehandling.GroovyCastException;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * Compares calls of steps with what the steps declare, as Declarative does before anything runs: whatever a constructor takes
 * has to be given; of what is written out, text is no list and no map, and a number no text. What stands in {@code script} is
 * not looked at.
 */
final class StepLiterals {
    private final Problems problems;

    StepLiterals(Problems problems) {
        this.problems = problems;
    }

    void check(ClosureExpression steps) {
        for (Statement statement : Directive.statements(steps)) {
            if (statement instanceof ExpressionStatement line
                    && line.getExpression() instanceof MethodCallExpression call
                    && call.getArguments() instanceof TupleExpression arguments
                    && !"script".equals(call.getMethodAsString())) {
                check(call.getMethodAsString(), arguments.getExpressions());
            }
        }
    }

    private void check(String function, List<Expression> arguments) {
        StepDescriptor.all().stream()
                .filter(each -> each.getFunctionName().equals(function) && isDataBound(each.clazz))
                .findFirst()
                .ifPresent(step -> arguments.forEach(argument -> check(DescribableModel.of(step.clazz), argument)));
        arguments.stream().filter(ClosureExpression.class::isInstance).forEach(body -> check((ClosureExpression) body));
    }

    private static boolean isDataBound(Class<?> step) {
        return Stream.of(step.getConstructors()).anyMatch(each -> each.isAnnotationPresent(DataBoundConstructor.class));
    }

    private void check(DescribableModel<?> model, Expression argument) {
        if (!(argument instanceof MapExpression named)) {
            return;
        }
        Set<String> given = new HashSet<>();
        for (MapEntryExpression entry : named.getMapEntryExpressions()) {
            String name = entry.getKeyExpression().getText();
            given.add(name);
            DescribableParameter parameter = model.getParameter(name);
            if (parameter != null && entry.getValueExpression() instanceof ConstantExpression literal) {
                check(parameter, literal);
            }
        }
        model.getParameters().stream()
                .filter(parameter -> parameter.isRequired() && !given.contains(parameter.getName()))
                .forEach(missing ->
                        problems.report(argument, "Missing required parameter: \"" + missing.getName() + "\""));
    }

    private void check(DescribableParameter parameter, ConstantExpression literal) {
        Class<?> type = parameter.getErasedType();
        Object value = literal.getValue();
        if (!fits(value, type)) {
            problems.report(
                    literal,
                    "Expecting \"" + type + "\" for parameter \"" + parameter.getName() + "\" but got \"" + value
                            + "\" of type " + value.getClass() + " instead");
        }
    }

    private static boolean fits(Object value, Class<?> type) {
        if (type == String.class && (value instanceof Integer || value instanceof Boolean)
                || type == int.class && (value instanceof String || value instanceof Boolean)) {
            return false;
        }
        try {
            ScriptBytecodeAdapter.castToType(value, type);
            return true;
        } catch (GroovyCastException other) {
            return false;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
