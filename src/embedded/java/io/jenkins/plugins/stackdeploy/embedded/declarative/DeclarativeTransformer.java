package io.jenkins.plugins.stackdeploy.embedded.declarative;

import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Turns <code>pipeline { ... }</code> into a call with a model: maps and lists of which the leaves are closures. What
 * is wrong in it is a compilation error with its line, as in Jenkins.
 */
public final class DeclarativeTransformer extends CompilationCustomizer {
    public DeclarativeTransformer() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        if (!classNode.isScript()) {
            return;
        }
        for (Statement statement : source.getAST().getStatementBlock().getStatements()) {
            if (statement instanceof ExpressionStatement expression
                    && expression.getExpression() instanceof MethodCallExpression call
                    && "pipeline".equals(call.getMethodAsString())
                    && call.getArguments() instanceof ArgumentListExpression arguments
                    && arguments.getExpressions().size() == 1
                    && arguments.getExpression(0) instanceof ClosureExpression body) {
                call.setArguments(new ArgumentListExpression(new PipelineModel(new Problems(source)).of(call, body)));
            }
        }
    }
}
