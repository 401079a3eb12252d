package io.jenkins.plugins.stackdeploy.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Replaces secrets by value wherever they turn up in text that people see. */
public final class Masking {
    private static final String MASK = "****";

    /** Masks nothing. */
    public static final Masking NONE = new Masking(List.of());

    private final List<String> secrets;

    /**
     * A masking.
     *
     * @param secrets the values to hide; empty ones are passed over
     */
    public Masking(Collection<String> secrets) {
        // The longest first: a secret that contains another must not be left half visible.
        this.secrets = secrets.stream()
                .filter(secret -> secret != null && !secret.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * Hides the secrets in a text.
     *
     * @param text any text; may be null
     * @return the text with every secret replaced; null for null
     */
    public String hide(String text) {
        if (text == null) {
            return null;
        }
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, MASK);
        }
        return hidden;
    }

    /**
     * A console that hides the secrets.
     *
     * @param console where to print
     * @return a console that prints there
     */
    public Console over(Console console) {
        return line -> console.line(hide(line));
    }
}
