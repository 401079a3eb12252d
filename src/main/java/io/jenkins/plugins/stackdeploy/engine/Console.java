package io.jenkins.plugins.stackdeploy.engine;

import java.util.List;

/** Where a deployment tells people what it does. */
@FunctionalInterface
public interface Console {
    /**
     * Prints one line.
     *
     * @param line text without line ends
     */
    void line(String line);

    /**
     * Prints some lines.
     *
     * @param lines text without line ends
     */
    default void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** Prints now what was said and may have been held back. */
    default void flush() {}
}
