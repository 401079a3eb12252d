package io.jenkins.plugins.stackdeploy.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A template, parameter file or parameter text that cannot be read. The message is for the person who wrote it: it names the
 * source and the place, and quotes no values, because a parameter file may hold secrets.
 */
public final class TemplateException extends Exception {
    private static final long serialVersionUID = 1;

    @CheckForNull
    private final Position position;

    /**
     * @param source what was read, usually a path relative to the workspace
     * @param position where it is wrong; null when the whole of it is
     * @param problem one sentence, in the reader's language
     */
    public TemplateException(String source, @CheckForNull Position position, String problem) {
        super(source + (position == null ? "" : ":" + position) + ": " + problem);
        this.position = position;
    }

    /** Where the source is wrong, or null when no single place is to blame. */
    @CheckForNull
    public Position position() {
        return position;
    }
}
