package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import io.jenkins.plugins.stackdeploy.credentials.SecretParameters;
import io.jenkins.plugins.stackdeploy.template.Parameter;
import io.jenkins.plugins.stackdeploy.template.ParameterFile;
import io.jenkins.plugins.stackdeploy.template.ParameterOrigin;
import io.jenkins.plugins.stackdeploy.template.ParameterShorthand;
import io.jenkins.plugins.stackdeploy.template.ParameterSource;
import io.jenkins.plugins.stackdeploy.template.Parameters;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Gathers template parameters: the script's, the file's, the build's, then the secret ones; the last of a name wins. */
final class ParameterSources {
    private final TemplateArguments step;
    private final Preparation preparation;
    private final Inputs inputs;
    private final Map<String, String> credentials = new LinkedHashMap<>();
    private final List<String> secretsOfBuild = new ArrayList<>();
    private Parameters all = Parameters.empty();
    private Map<String, String> tags = Map.of();
    private String policy;

    ParameterSources(TemplateArguments step, Preparation preparation, Inputs inputs) {
        this.step = step;
        this.preparation = preparation;
        this.inputs = inputs;
    }

    /**
     * Reads all sources.
     *
     * @param template the template; null when it could not be read, or is not here
     */
    void read(Template template) throws IOException, InterruptedException {
        script("parameters", step.getParameters());
        script("parametersText", step.getParametersText());
        file();
        build(template);
        secrets();
    }

    private void script(String argument, Object value) {
        if (value instanceof CharSequence text && text.toString().strip().startsWith("ParameterKey=")) {
            try {
                ParameterShorthand shorthand = ParameterShorthand.parse(text.toString());
                all = all.with(ParameterSource.SHORTHAND, shorthand.parameters());
                shorthand.notes().forEach(note -> preparation.console().line(Messages.Prepare_note(note)));
            } catch (TemplateException unreadable) {
                inputs.problem(unreadable.getMessage());
            }
            return;
        }
        all = all.with(ParameterSource.MAP, NamedValues.map(argument, value, inputs));
    }

    private void file() throws IOException, InterruptedException {
        if (step.getParametersFile() == null) {
            return;
        }
        try {
            byte[] bytes = preparation.files().read(step.getParametersFile(), ParameterFile.MAX_BYTES);
            ParameterFile file = ParameterFile.parse(step.getParametersFile(), bytes);
            all = all.with(ParameterSource.FILE, file.parameters());
            tags = file.tags();
            policy = file.stackPolicy();
            file.notes().forEach(note -> preparation.console().line(Messages.Prepare_note(note)));
        } catch (StackDeployException | TemplateException unreadable) {
            inputs.problem(unreadable.getMessage());
        }
    }

    /** Parameters of the build that the template declares; the build may have others for other purposes. */
    private void build(Template template) {
        if (!step.isParametersFromBuild()) {
            return;
        }
        if (template == null) {
            inputs.problem(Messages.Input_fromBuildNeedsTemplate());
            return;
        }
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, String> secret = new LinkedHashMap<>();
        for (ParametersAction action : preparation.run().getActions(ParametersAction.class)) {
            for (ParameterValue parameter : action.getParameters()) {
                if (template.parameters().containsKey(parameter.getName()) && parameter.getValue() != null) {
                    (parameter.isSensitive() ? secret : plain).put(parameter.getName(), BuildSecrets.text(parameter));
                }
            }
        }
        all = all.with(ParameterSource.BUILD, plain).with(ParameterSource.SECRET, secret);
        secretsOfBuild.addAll(secret.keySet());
    }

    private void secrets() {
        Map<String, String> ids =
                new LinkedHashMap<>(NamedValues.map("secretParameters", step.getSecretParameters(), inputs));
        ids.putAll(NamedValues.map("secretParametersText", step.getSecretParametersText(), inputs));
        Map<String, String> values = new LinkedHashMap<>();
        // That its credentials are missing is problem enough: no more is to be said of the value.
        List<Parameter> unavailable = new ArrayList<>();
        ids.forEach((parameter, id) -> {
            try {
                values.put(parameter, SecretParameters.value(parameter, id, preparation.run()));
            } catch (IllegalArgumentException missing) {
                inputs.problem(missing.getMessage());
                unavailable.add(Parameter.previous(parameter, ParameterSource.SECRET));
            }
        });
        all = all.with(ParameterSource.SECRET, values).with(ParameterSource.SECRET, Parameters.of(unavailable));
        credentials.putAll(ids);
        secretsOfBuild.removeAll(ids.keySet());
    }

    Parameters all() {
        return all;
    }

    Map<String, String> credentials() {
        return credentials;
    }

    List<String> secretsOfBuild() {
        return secretsOfBuild;
    }

    /**
     * The tags of the file, then the script's; the last of a key wins.
     *
     * @param most how many there may be
     */
    Map<String, String> tags(int most) {
        Map<String, String> all = new LinkedHashMap<>(tags);
        all.putAll(NamedValues.map("tags", step.getTags(), inputs));
        all.putAll(NamedValues.map("tagsText", step.getTagsText(), inputs));
        if (all.size() > most) {
            inputs.problem(Messages.Input_tooMany("tags", all.size(), most));
        }
        return all;
    }

    String policyOfFile() {
        return policy;
    }

    /** Says where each parameter comes from; by name only. */
    void tell() {
        if (all.isEmpty()) {
            return;
        }
        StringJoiner names = new StringJoiner(", ");
        for (ParameterOrigin origin : all.describeSources()) {
            String source = source(origin.source());
            String over = origin.overridden().isEmpty()
                    ? ""
                    : " "
                            + Messages.Prepare_over(source(
                                    origin.overridden().get(origin.overridden().size() - 1)));
            names.add(origin.key() + " (" + (origin.usePrevious() ? Messages.Prepare_previous() : source) + over + ")");
        }
        preparation.console().line(Messages.Prepare_parameters(names.toString()));
    }

    private static String source(ParameterSource source) {
        return switch (source) {
            case MAP, SHORTHAND -> Messages.Prepare_fromScript();
            case FILE -> Messages.Prepare_fromFile();
            case BUILD -> Messages.Prepare_fromBuild();
            case SECRET -> Messages.Prepare_fromSecret();
        };
    }
}
