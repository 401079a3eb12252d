package io.jenkins.plugins.stackdeploy.embedded.declarative;

import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;

/** Makes the expressions that a model is written with. */
final class Literals {
    private Literals() {}

    static MapExpression map() {
        return new MapExpression();
    }

    static void put(MapExpression map, String key, Expression value) {
        map.addMapEntryExpression(new MapEntryExpression(text(key), value));
    }

    static Expression text(String value) {
        return new ConstantExpression(value);
    }

    static ListExpression list(List<? extends Expression> elements) {
        ListExpression list = new ListExpression();
        elements.forEach(list::addExpression);
        return list;
    }

    /** A closure that gives the value when it is wanted, not before. */
    static ClosureExpression later(Expression value, ASTNode place) {
        ExpressionStatement statement = new ExpressionStatement(value);
        statement.setSourcePosition(place);
        BlockStatement code = new BlockStatement();
        code.addStatement(statement);
        ClosureExpression closure = new ClosureExpression(Parameter.EMPTY_ARRAY, code);
        closure.setSourcePosition(place);
        return closure;
    }
}
