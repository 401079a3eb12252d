package io.jenkins.plugins.stackdeploy.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.math.BigDecimal;
import java.util.List;

/**
 * A parameter as the template declares it (ROS user guide, "Parameters"; CloudFormation user guide, "Parameters").
 * Constraints that the declaration does not have, or has in a form that cannot be read, are null.
 *
 * @param name the key under Parameters
 * @param type as written, such as {@code String} or {@code List<Number>}; empty when missing
 * @param hasDefault whether there is a default at all
 * @param defaultValue the default as the text one would give; lists and maps as JSON; null without a default, and for
 *     ROS's {@code Default: null}, which stands for an empty value that is not checked
 * @param noEcho whether the clouds hide the value
 * @param allowedValues in the order of the file; empty when any value is allowed
 * @param allowedPattern a regular expression that the whole value has to match
 * @param minLength in characters
 * @param maxLength in characters
 * @param description for people; the first language when ROS's form with several languages is used
 * @param label ROS's display name, likewise
 * @param constraintDescription what the template's author says when a constraint is not met, likewise
 * @param position of the name
 */
public record ParameterDeclaration(
        String name,
        String type,
        boolean hasDefault,
        @CheckForNull String defaultValue,
        boolean noEcho,
        List<String> allowedValues,
        @CheckForNull String allowedPattern,
        @CheckForNull Long minLength,
        @CheckForNull Long maxLength,
        @CheckForNull BigDecimal minValue,
        @CheckForNull BigDecimal maxValue,
        @CheckForNull String description,
        @CheckForNull String label,
        @CheckForNull String constraintDescription,
        Position position) {

    public ParameterDeclaration {
        allowedValues = List.copyOf(allowedValues);
    }
}
