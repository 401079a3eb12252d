package io.jenkins.plugins.stackdeploy.approval;

import hudson.EnvVars;
import hudson.model.Job;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Run;
import hudson.model.SimpleParameterDefinition;
import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a build that a gate starts: those of the build before it, then the configured lines, then what the
 * approvers filled in; later ones win. Only what the job declares is passed, as Jenkins ignores the rest, and what is not
 * given has its default.
 *
 * <p>Secret parameters are passed as they are, and never become part of a text: elsewhere they would be read in the clear.
 */
final class DownstreamParameters {
    private final Run<?, ?> run;
    private final DownstreamRequest request;
    private final Map<String, String> filledIn;
    private final Console notes;

    /**
     * Parameters.
     *
     * @param run the build that the gate comes after
     * @param filledIn what approvers filled in
     * @param notes told of what is not passed
     */
    DownstreamParameters(Run<?, ?> run, DownstreamRequest request, Map<String, String> filledIn, Console notes) {
        this.run = run;
        this.request = request;
        this.filledIn = filledIn;
        this.notes = notes;
    }

    /**
     * The parameters for a job.
     *
     * @return empty when the job declares none
     * @throws IllegalArgumentException when a value is none of its parameter
     */
    Optional<ParametersAction> of(Job<?, ?> job) throws IOException, InterruptedException {
        Map<String, Object> given = given();
        ParametersDefinitionProperty declared = job.getProperty(ParametersDefinitionProperty.class);
        List<ParameterValue> values = new ArrayList<>();
        if (declared != null) {
            for (ParameterDefinition definition : declared.getParameterDefinitions()) {
                ParameterValue value = value(definition, given.remove(definition.getName()));
                if (value != null) {
                    values.add(value);
                }
            }
        }
        if (!given.isEmpty()) {
            notes.line(Messages.Downstream_undeclared(
                    Text.oneLine(job.getFullName()), Text.oneLine(String.join(", ", given.keySet()))));
        }
        return declared == null ? Optional.empty() : Optional.of(new ParametersAction(values));
    }

    private ParameterValue value(ParameterDefinition definition, Object given) {
        if (given instanceof ParameterValue ready) {
            return ready;
        }
        if (given != null && definition instanceof SimpleParameterDefinition simple) {
            return simple.createValue(given.toString());
        }
        if (given != null) {
            notes.line(Messages.Downstream_notText(Text.oneLine(definition.getName())));
        }
        return definition.getDefaultParameterValue();
    }

    /** Texts and whole values by name. */
    private Map<String, Object> given() throws IOException, InterruptedException {
        Map<String, Object> given = new LinkedHashMap<>();
        ParametersAction own = run.getAction(ParametersAction.class);
        for (String name : request.buildParameters()) {
            ParameterValue value = own == null ? null : own.getParameter(name);
            if (value == null) {
                notes.line(Messages.Downstream_noSuchParameter(Text.oneLine(name)));
            } else {
                given.put(name, value);
            }
        }
        EnvVars env = variables(own);
        KeyValues.read(request.parameters()).forEach((name, value) -> given.put(name, env.expand(value)));
        given.putAll(filledIn);
        return given;
    }

    private EnvVars variables(ParametersAction own) throws IOException, InterruptedException {
        EnvVars env = run.getEnvironment(TaskListener.NULL);
        if (own != null) {
            own.getParameters().stream()
                    .filter(ParameterValue::isSensitive)
                    .map(ParameterValue::getName)
                    .forEach(env::remove);
        }
        return env;
    }
}
