package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.model.BooleanParameterValue;
import hudson.model.ParameterValue;
import hudson.model.PasswordParameterValue;
import hudson.model.StringParameterValue;
import hudson.model.TextParameterValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * A parameter that a build or a question asks for.
 *
 * @param kind the name that a Jenkinsfile calls it by, such as {@code booleanParam}
 * @param defaultValue never null
 * @param choices empty unless it is a choice
 */
public record ParameterSpec(String kind, String name, String defaultValue, ArrayList<String> choices)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException if it is not a parameter, or lacks a name or choices */
    public static ParameterSpec of(UninstantiatedDescribable described) {
        Map<String, ?> arguments = described.getArguments();
        String kind = described.getSymbol();
        if (!(arguments.get("name") instanceof String name) || name.isBlank()) {
            throw new IllegalArgumentException("the parameter " + kind + " needs a name");
        }
        ArrayList<String> choices = new ArrayList<>();
        if (arguments.get("choices") instanceof List<?> list) {
            list.forEach(choice -> choices.add(String.valueOf(choice)));
        } else if (arguments.get("choices") instanceof String lines) {
            choices.addAll(lines.lines().toList());
        }
        if (kind.equals("choice") && choices.isEmpty()) {
            throw new IllegalArgumentException("the parameter " + name + " needs choices");
        }
        Object given = arguments.get("defaultValue");
        String fallback = choices.isEmpty() ? "" : choices.get(0);
        return new ParameterSpec(kind, name, given == null ? fallback : String.valueOf(given), choices);
    }

    /** A value that was given as a text becomes one of the right kind; others stay. */
    public ParameterValue typed(ParameterValue given) {
        return given instanceof StringParameterValue text ? value(text.getValue()) : given;
    }

    /**
     * @param given null for the default
     * @throws IllegalArgumentException if it is not among the choices
     */
    public ParameterValue value(String given) {
        String text = given == null ? defaultValue : given;
        return switch (kind) {
            case "booleanParam" -> new BooleanParameterValue(name, Boolean.parseBoolean(text));
            case "password" -> new PasswordParameterValue(name, text);
            case "text" -> new TextParameterValue(name, text);
            case "choice" -> new StringParameterValue(name, chosen(text));
            case "string" -> new StringParameterValue(name, text);
            default -> throw new IllegalArgumentException("unknown kind of parameter: " + kind);
        };
    }

    private String chosen(String text) {
        if (!choices.contains(text)) {
            throw new IllegalArgumentException(
                    "Illegal choice for parameter " + name + ": " + text + " is not among " + choices);
        }
        return text;
    }
}
