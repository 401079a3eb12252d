package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import java.util.Map;

/**
 * A template with values: what an operation wants a stack to be.
 *
 * @param templateBody the template's text as the client sent it
 * @param parameters a value for each declared parameter
 */
public record Revision(String templateBody, Map<String, String> parameters) {

    /** Returns the parsed template. */
    public Template template() {
        return Template.parse(templateBody);
    }

    /** Returns the resources and outputs that it describes for a stack. */
    public Blueprint blueprint(StackRecord stack) {
        return Blueprint.of(template(), parameters, stack.pseudoParameters());
    }
}
