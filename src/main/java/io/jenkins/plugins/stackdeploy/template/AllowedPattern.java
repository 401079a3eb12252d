package io.jenkins.plugins.stackdeploy.template;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches a value against a template's AllowedPattern without trusting the pattern: one that needs too many steps, or that
 * Java does not understand, gives {@link Result#UNKNOWN}. Both clouds match the whole value.
 */
final class AllowedPattern {
    /** Enough for any sane pattern; a few milliseconds. Steps and not time, so that the result does not depend on the machine. */
    private static final int MAX_STEPS = 500_000;

    /** Whether the value matches. */
    enum Result {
        MATCHES,
        DIFFERS,
        UNKNOWN
    }

    private AllowedPattern() {}

    /** CloudFormation's patterns are Java's. */
    static Result java(String pattern, String value) {
        return match(pattern, 0, value);
    }

    /**
     * ROS's patterns are Python's. The two languages differ in what a bracket means inside a character class, and in whether
     * {@code \w} stands for all letters; where the readings disagree, the value is given the benefit of the doubt.
     */
    static Result python(String pattern, String value) {
        String translated = translateClasses(pattern);
        Result result = match(translated, 0, value);
        return result == Result.DIFFERS ? match(translated, Pattern.UNICODE_CHARACTER_CLASS, value) : result;
    }

    private static Result match(String pattern, int flags, String value) {
        try {
            return Pattern.compile(pattern, flags)
                            .matcher(new Metered(value, new Steps()))
                            .matches()
                    ? Result.MATCHES
                    : Result.DIFFERS;
        } catch (PatternSyntaxException | OutOfSteps | StackOverflowError e) {
            // Java's matcher recurses for groups that repeat, so that a long value can overflow the stack.
            return Result.UNKNOWN;
        }
    }

    /** In Python a bracket or {@code &&} inside a character class stands for itself, in Java for a set operation. */
    static String translateClasses(String pattern) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                java.append(c).append(pattern.charAt(++i));
            } else if (!inClass && c == '[') {
                inClass = true;
                java.append(c);
                if (pattern.startsWith("^", i + 1)) {
                    java.append(pattern.charAt(++i));
                }
                if (pattern.startsWith("]", i + 1)) {
                    java.append('\\').append(pattern.charAt(++i));
                }
            } else if (inClass && (c == '[' || c == '&')) {
                java.append('\\').append(c);
            } else {
                inClass = inClass && c != ']';
                java.append(c);
            }
        }
        return java.toString();
    }

    private static final class Steps {
        private int left = MAX_STEPS;
    }

    /** The value, counting how often the matcher looks at it. Shares the count with its parts. */
    private record Metered(CharSequence value, Steps steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (steps.left-- == 0) {
                throw new OutOfSteps();
            }
            return value.charAt(index);
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(value.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
