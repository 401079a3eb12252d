package io.jenkins.plugins.stackdeploy.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be said of a value from its declared type. */
enum ParameterType {
    /** Text that all constraints on text apply to. */
    TEXT,
    NUMBER,
    /** ROS. */
    BOOLEAN,
    /** ROS. */
    JSON,
    /** Texts between commas. */
    TEXTS,
    /** CloudFormation: numbers between commas. */
    NUMBERS,
    /** The id of something that exists, one or several: the cloud alone can check more than the allowed values. */
    ID,
    IDS,
    /** The name of something in a parameter store (SSM, OOS), or a type unknown to us: nothing to check. */
    OPAQUE;

    private static final Pattern NUMBER_FORM =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");

    private static final int MAX_NUMBER_LENGTH = 1000;

    static ParameterType of(String declared) {
        return switch (declared) {
            case "String" -> TEXT;
            case "Number" -> NUMBER;
            case "Boolean" -> BOOLEAN;
            case "Json" -> JSON;
            case "CommaDelimitedList", "List<String>" -> TEXTS;
            case "List<Number>" -> NUMBERS;
            default -> {
                if (declared.startsWith("AWS::SSM::")) {
                    yield OPAQUE;
                }
                yield declared.startsWith("AWS::") ? ID : declared.startsWith("List<AWS::") ? IDS : OPAQUE;
            }
        };
    }

    boolean isList() {
        return this == TEXTS || this == NUMBERS || this == IDS;
    }

    /** The single values: a list's elements without the blanks around them, else the value itself. */
    List<String> elements(String value) {
        if (!isList()) {
            return List.of(value);
        }
        return Stream.of(value.split(",", -1)).map(String::strip).toList();
    }

    /** A number as the clouds take it, or null when the text (which may be null) is none. */
    static BigDecimal numberOrNull(String text) {
        // Longer ones would be converted in quadratic time.
        if (text == null || text.length() > MAX_NUMBER_LENGTH) {
            return null;
        }
        String number = text.strip();
        return NUMBER_FORM.matcher(number).matches() ? new BigDecimal(number) : null;
    }
}
