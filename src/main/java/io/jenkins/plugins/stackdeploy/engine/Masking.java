package io.jenkins.plugins.stackdeploy.engine;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Replaces secrets by value wherever they turn up in text that people see. */
public final class Masking {
    private static final String MASK = "****";
    /** A line of a secret that is shorter, such as a brace, says nothing and would blot out the log. */
    private static final int SHORTEST_LINE = 8;

    /** Masks nothing. */
    public static final Masking NONE = new Masking(List.of());

    private final List<String> secrets;

    /**
     * A masking.
     *
     * @param secrets the values to hide; empty ones are passed over. Of a value of several lines, such as a private key,
     *     each line of 8 or more characters is hidden too, because a log shows it line by line
     */
    public Masking(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret != null && !secret.isEmpty())
                .flatMap(secret -> Stream.concat(
                        Stream.of(secret),
                        secret.lines().map(String::strip).filter(line -> line.length() >= SHORTEST_LINE)))
                .distinct()
                .toList();
    }

    /**
     * Hides the secrets in a text. Secrets that overlap are hidden together, so that no part of any is left.
     *
     * @param text any text; may be null
     * @return the text with every secret replaced; null for null
     */
    public String hide(String text) {
        if (text == null) {
            return null;
        }
        BitSet secret = new BitSet(text.length());
        for (String value : secrets) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                secret.set(at, at + value.length());
            }
        }
        return secret.isEmpty() ? text : mask(text, secret);
    }

    private static String mask(String text, BitSet secret) {
        StringBuilder masked = new StringBuilder(text.length());
        int shown = 0;
        for (int from = secret.nextSetBit(0); from >= 0; from = secret.nextSetBit(shown)) {
            masked.append(text, shown, from).append(MASK);
            shown = secret.nextClearBit(from);
        }
        return masked.append(text, shown, text.length()).toString();
    }

    /**
     * A console that hides the secrets.
     *
     * @param console where to print
     * @return a console that prints there
     */
    public Console over(Console console) {
        return new Console() {
            @Override
            public void line(String line) {
                console.line(hide(line));
            }

            @Override
            public void flush() {
                console.flush();
            }
        };
    }
}
