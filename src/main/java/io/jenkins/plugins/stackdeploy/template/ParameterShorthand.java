package io.jenkins.plugins.stackdeploy.template;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The text form of AWS CodePipeline and the AWS CLI:
 * {@code ParameterKey=A,ParameterValue=x ParameterKey=B,UsePreviousValue=true}. Entries are separated by blanks or line ends.
 * A value with blanks, commas or quotes stands in double or single quotes; within them a backslash takes the quote or another
 * backslash literally. Outside of quotes {@code \,} is a comma. An entry with a key alone resets the parameter.
 *
 * @param parameters from {@link ParameterSource#SHORTHAND}
 * @param notes what was left out, for people; no values
 */
public record ParameterShorthand(Parameters parameters, List<String> notes) {
    public ParameterShorthand {
        notes = List.copyOf(notes);
    }

    /**
     * Reads the text form. ResolvedValue, which AWS only answers with, is left out with a note.
     *
     * @throws TemplateException when it is malformed, or gives a parameter two different values; the message has the place
     *     and no values
     */
    public static ParameterShorthand parse(String text) throws TemplateException {
        String name = Messages.Shorthand_name();
        ShorthandScanner scanner = new ShorthandScanner(name, text);
        ParameterCollector collector = new ParameterCollector(name, ParameterSource.SHORTHAND);
        while (scanner.skipBlanks()) {
            Position start = scanner.position();
            Map<ParameterCollector.Field, String> fields = new EnumMap<>(ParameterCollector.Field.class);
            do {
                scanner.skipBlanks();
                Position at = scanner.position();
                ParameterCollector.Field field = scanner.field();
                if (fields.containsKey(field)) {
                    throw new TemplateException(name, at, Messages.Shorthand_fieldTwice());
                }
                fields.put(field, scanner.value());
            } while (scanner.skipComma());
            collector.add(start, fields);
        }
        return new ParameterShorthand(collector.parameters(), collector.notes());
    }

    /** Writes the text form, values and all: secrets too, so it is not for logs. {@link #parse} reads it back. */
    public static String print(Parameters parameters) {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : parameters.all()) {
            text.append(text.isEmpty() ? "" : " ").append("ParameterKey=").append(quoted(parameter.key()));
            if (parameter.usePrevious()) {
                text.append(",UsePreviousValue=true");
            } else if (parameter.value() != null) {
                text.append(",ParameterValue=").append(quoted(parameter.value()));
            }
        }
        return text.toString();
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty()
                && value.chars()
                        .noneMatch(c -> Character.isWhitespace(c) || c == ',' || c == '"' || c == '\'' || c == '\\');
        return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
