package io.jenkins.plugins.stackdeploy.embedded.declarative;

import io.jenkins.plugins.stackdeploy.embedded.cps.NearestName;
import java.util.Collection;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Gathers what is wrong in a declarative Pipeline, each with its place. */
final class Problems {
    private final SourceUnit source;

    Problems(SourceUnit source) {
        this.source = source;
    }

    void report(ASTNode place, String message) {
        source.getErrorCollector()
                .addErrorAndContinue(new SyntaxErrorMessage(
                        new SyntaxException(message, place.getLineNumber(), place.getColumnNumber()), source));
    }

    void unknown(ASTNode place, String what, String name, Collection<String> valid) {
        report(
                place,
                what + " \"" + name + "\". Valid are: " + String.join(", ", valid) + NearestName.hint(name, valid));
    }
}
