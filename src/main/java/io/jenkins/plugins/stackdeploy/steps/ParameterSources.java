package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.util.Secret;
import io.jenkins.plugins.stackdeploy.credentials.SecretParameters;
import io.jenkins.plugins.stackdeploy.template.Parameter;
import io.jenkins.plugins.stackdeploy.template.ParameterDeclaration;
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
    private final Preparation preparation;
    private final Inputs inputs;
    private final Map<String, String> credentials = new LinkedHashMap<>();
    private final List<String> secretsOfBuild = new ArrayList<>();
    private final Map<String, String> encrypted = new LinkedHashMap<>();
    private Parameters all = Parameters.empty();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private String policy;

    ParameterSources(Preparation preparation, Inputs inputs) {
        this.preparation = preparation;
        this.inputs = inputs;
    }

    /**
     * Reads all sources of a step that deploys a template.
     *
     * @param step names them
     * @param template the template; null when it could not be read, or is not here
     * @throws IOException when the agent cannot be reached
     */
    void read(TemplateArguments step, Template template) throws IOException, InterruptedException {
        script("parameters", step.getParameters());
        script("parametersText", step.getParametersText());
        file(step.getParametersFile());
        if (step.isParametersFromBuild()) {
            build(template);
        }
        secrets(step);
    }

    /**
     * Reads what a script gives.
     *
     * @param argument the argument's name, for messages
     * @param value a map, lines of {@code KEY=VALUE}, {@code ParameterKey=K,ParameterValue=V}, or CodePipeline's name of a
     *     file; null for none
     */
    void script(String argument, Object value) throws IOException, InterruptedException {
        if (value instanceof CharSequence given) {
            String text = given.toString().strip();
            if (Artifact.isNamed(text)) {
                file(text);
                return;
            }
            if (text.startsWith("ParameterKey=")) {
                shorthand(text);
                return;
            }
        }
        all = all.with(ParameterSource.MAP, NamedValues.map(argument, value, inputs));
    }

    private void shorthand(String text) {
        try {
            ParameterShorthand shorthand = ParameterShorthand.parse(text);
            all = all.with(ParameterSource.SHORTHAND, shorthand.parameters());
            shorthand.notes().forEach(note -> preparation.console().line(Messages.Prepare_note(note)));
        } catch (TemplateException unreadable) {
            inputs.problem(unreadable.getMessage());
        }
    }

    /**
     * Reads a file of the workspace.
     *
     * @param named the file; null for none
     */
    void file(String named) throws IOException, InterruptedException {
        if (named == null) {
            return;
        }
        String path = Artifact.path(named);
        try {
            byte[] bytes = preparation.files().read(path, ParameterFile.MAX_BYTES);
            ParameterFile file = ParameterFile.parse(path, bytes);
            all = all.with(ParameterSource.FILE, file.parameters());
            tags.putAll(file.tags());
            policy = file.stackPolicy() == null ? policy : file.stackPolicy();
            file.notes().forEach(note -> preparation.console().line(Messages.Prepare_note(note)));
        } catch (StackDeployException | TemplateException unreadable) {
            inputs.problem(unreadable.getMessage());
        }
    }

    /** Parameters that keep the value they have. */
    void keep(List<String> names) {
        List<Parameter> kept = names.stream()
                .map(name -> Parameter.previous(name, ParameterSource.MAP))
                .toList();
        all = all.with(ParameterSource.MAP, Parameters.of(kept));
    }

    /** Parameters of the build that the template declares; the build may have others for other purposes. */
    private void build(Template template) {
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

    private void secrets(TemplateArguments step) {
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

    /**
     * Keeps values secret that are given in clear though the template hides them.
     *
     * @param template the template; null when it is not here, so that nothing is known
     */
    void hide(Template template) {
        if (template == null) {
            return;
        }
        for (Parameter parameter : all.all()) {
            ParameterDeclaration declaration = template.parameters().get(parameter.key());
            if (parameter.value() != null && !parameter.secret() && declaration != null && declaration.noEcho()) {
                encrypted.put(
                        parameter.key(), Secret.fromString(parameter.value()).getEncryptedValue());
            }
        }
        all = all.hiding(encrypted.keySet());
    }

    /** Values that {@link #hide} keeps secret, as Jenkins encrypts secrets, by name. */
    Map<String, String> encrypted() {
        return encrypted;
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
     * @param step has the script's
     * @param most how many there may be
     */
    Map<String, String> tags(TemplateArguments step, int most) {
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
        if (!encrypted.isEmpty()) {
            preparation.console().line(Messages.Prepare_noEcho(String.join(", ", encrypted.keySet())));
        }
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
