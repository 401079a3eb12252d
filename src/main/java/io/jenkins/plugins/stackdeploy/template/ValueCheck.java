package io.jenkins.plugins.stackdeploy.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Checks one value against its declaration. It says what is certainly wrong and is silent where a cloud may be lenient. */
final class ValueCheck {
    /** What ROS takes for a boolean is not documented in full; these are what such services usually take. */
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");

    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");
    private static final int SHOWN_CHARACTERS = 60;
    private static final int SHOWN_VALUES = 10;

    private static final JsonFactory JSON = new JsonFactory();

    private final TemplateKind kind;
    private final ParameterDeclaration declaration;
    private final String value;
    private final boolean hidden;
    private final ParameterType type;
    private final List<Problem> problems = new ArrayList<>();

    private ValueCheck(TemplateKind kind, ParameterDeclaration declaration, String value, boolean secret) {
        this.kind = kind;
        this.declaration = declaration;
        this.value = value;
        this.hidden = secret || declaration.noEcho();
        this.type = ParameterType.of(declaration.type());
    }

    static List<Problem> check(TemplateKind kind, ParameterDeclaration declaration, String value, boolean secret) {
        ValueCheck check = new ValueCheck(kind, declaration, value, secret);
        check.run();
        return check.problems;
    }

    private void run() {
        // An empty text is how ROS's console says "no value", whatever the type.
        boolean unset = value.isEmpty() && type != ParameterType.TEXT && kind != TemplateKind.CLOUDFORMATION;
        if (type == ParameterType.OPAQUE || unset) {
            return;
        }
        switch (type) {
            case NUMBER, NUMBERS -> numbers();
            case BOOLEAN -> each(this::isBoolean, Messages::Check_boolean);
            case JSON -> json();
            default -> texts();
        }
        if (type != ParameterType.JSON && !declaration.allowedValues().isEmpty()) {
            String allowed = shown(declaration.allowedValues());
            each(this::isAllowed, (name, shown) -> Messages.Check_allowed(name, shown, allowed));
        }
    }

    private void numbers() {
        each(element -> ParameterType.numberOrNull(element) != null, Messages::Check_number);
        BigDecimal min = declaration.minValue();
        BigDecimal max = declaration.maxValue();
        if (min != null) {
            each(within(number -> number.compareTo(min) >= 0), (n, v) -> Messages.Check_tooSmall(n, v, min.toString()));
        }
        if (max != null) {
            each(within(number -> number.compareTo(max) <= 0), (n, v) -> Messages.Check_tooLarge(n, v, max.toString()));
        }
    }

    private static Predicate<String> within(Predicate<BigDecimal> bound) {
        return element -> {
            BigDecimal number = ParameterType.numberOrNull(element);
            return number == null || bound.test(number);
        };
    }

    private void json() {
        // The clouds take more than our own reader does: a key given twice, for instance.
        try (JsonParser parser = JSON.createParser(value)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            Position at =
                    new Position(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            problem(Messages.Check_json(declaration.name(), shown(value), at.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be read", e);
        }
    }

    private void texts() {
        if (type == ParameterType.TEXT) {
            int length = value.codePointCount(0, value.length());
            if (declaration.minLength() != null && length < declaration.minLength()) {
                problem(Messages.Check_tooShort(
                        declaration.name(),
                        shown(value),
                        declaration.minLength().toString()));
            }
            if (declaration.maxLength() != null && length > declaration.maxLength()) {
                problem(Messages.Check_tooLong(
                        declaration.name(),
                        shown(value),
                        declaration.maxLength().toString()));
            }
        }
        // CloudFormation applies the pattern to each element of a list; ROS to strings alone.
        if (type == ParameterType.TEXT || (type == ParameterType.TEXTS && kind == TemplateKind.CLOUDFORMATION)) {
            pattern();
        }
    }

    private void pattern() {
        String pattern = declaration.allowedPattern();
        if (pattern == null) {
            return;
        }
        for (String element : type.elements(value)) {
            AllowedPattern.Result result = kind == TemplateKind.CLOUDFORMATION
                    ? AllowedPattern.java(pattern, element)
                    : AllowedPattern.python(pattern, element);
            if (result == AllowedPattern.Result.DIFFERS) {
                problem(Messages.Check_pattern(declaration.name(), shown(element), shorten(pattern)));
            } else if (result == AllowedPattern.Result.UNKNOWN) {
                problems.add(Problem.note(
                        Messages.Check_patternSkipped(declaration.name(), shorten(pattern)), declaration.position()));
                return;
            }
        }
    }

    private boolean isBoolean(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return TRUE.contains(lower) || FALSE.contains(lower);
    }

    /** Numbers and booleans may be spelt differently and still be the same. */
    private boolean isAllowed(String element) {
        BigDecimal number = ParameterType.numberOrNull(element);
        String lower = element.toLowerCase(Locale.ROOT);
        for (String allowed : declaration.allowedValues()) {
            BigDecimal allowedNumber = ParameterType.numberOrNull(allowed);
            String allowedLower = allowed.toLowerCase(Locale.ROOT);
            if (allowed.equals(element)
                    || (number != null && allowedNumber != null && number.compareTo(allowedNumber) == 0)
                    || (TRUE.contains(lower) && TRUE.contains(allowedLower))
                    || (FALSE.contains(lower) && FALSE.contains(allowedLower))) {
                return true;
            }
        }
        return false;
    }

    private interface Message {
        String about(String parameter, String value);
    }

    private void each(Predicate<String> rule, Message message) {
        for (String element : type.elements(value)) {
            if (!rule.test(element)) {
                problem(message.about(declaration.name(), shown(element)));
            }
        }
    }

    private void problem(String message) {
        String constraint = declaration.constraintDescription();
        problems.add(Problem.error(
                constraint == null ? message : Messages.Check_constraint(message, constraint), declaration.position()));
    }

    private String shown(String text) {
        return hidden ? Messages.Check_hidden() : "\"" + shorten(text) + "\"";
    }

    private static String shown(List<String> values) {
        List<String> some = values.stream()
                .limit(SHOWN_VALUES)
                .map(value -> "\"" + shorten(value) + "\"")
                .toList();
        String list = String.join(", ", some);
        return values.size() > SHOWN_VALUES
                ? Messages.Check_andMore(list, String.valueOf(values.size() - SHOWN_VALUES))
                : list;
    }

    /** One line of bounded length: a value may be a whole file. */
    private static String shorten(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
