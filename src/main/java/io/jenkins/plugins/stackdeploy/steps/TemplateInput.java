package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.template.ParameterCheck;
import io.jenkins.plugins.stackdeploy.template.Parameters;
import io.jenkins.plugins.stackdeploy.template.Problem;
import io.jenkins.plugins.stackdeploy.template.Problems;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateCheck;
import io.jenkins.plugins.stackdeploy.template.TemplateException;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a template that is a file of the workspace or stands in the script, and checks it with its parameters. */
final class TemplateInput {
    private final TemplateArguments step;
    private final Preparation preparation;
    private final Inputs inputs;

    TemplateInput(TemplateArguments step, Preparation preparation, Inputs inputs) {
        this.step = step;
        this.preparation = preparation;
        this.inputs = inputs;
    }

    /**
     * Reads the template; either the file or the text must have been given.
     *
     * @param limits how large it may be
     * @return null when it cannot be read, which is noted
     * @throws IOException when the agent cannot be reached
     */
    Template read(TemplateLimits limits) throws IOException, InterruptedException {
        String name = step.getTemplate() == null ? "templateBody" : Artifact.path(step.getTemplate());
        try {
            byte[] bytes = step.getTemplate() == null
                    ? step.getTemplateBody().getBytes(StandardCharsets.UTF_8)
                    : preparation.files().read(name, limits.maxBytes());
            return Template.parse(name, bytes, limits);
        } catch (StackDeployException | TemplateException unreadable) {
            inputs.problem(unreadable.getMessage());
            return null;
        }
    }

    /**
     * Notes what is certainly wrong with a template and its parameters; what may be wrong is told.
     *
     * @param template the template; null when it is not here, so that nothing can be said
     * @param parameters what is given
     * @param usesPrevious whether a parameter that is not given keeps its value
     */
    void check(Template template, Parameters parameters, boolean usesPrevious) {
        if (template == null) {
            return;
        }
        List<Problem> found = new ArrayList<>(TemplateCheck.check(template));
        found.addAll(ParameterCheck.check(template, parameters, usesPrevious));
        List<Problem> errors = Problems.errors(found);
        if (!errors.isEmpty()) {
            inputs.problem(Problems.render(template.name(), errors));
        }
        found.stream()
                .filter(problem -> !errors.contains(problem))
                .forEach(note -> preparation.console().line(Messages.Prepare_note(note.message())));
    }
}
