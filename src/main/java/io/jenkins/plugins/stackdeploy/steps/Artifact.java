package io.jenkins.plugins.stackdeploy.steps;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as CodePipeline names it, {@code SourceArtifact::template.json}: the artifact is the workspace here, so that what
 * comes after the colons is the path. Source: CodePipeline user guide, "Input and output artifacts".
 */
final class Artifact {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_@-]{1,100}::([^\\n=]+)");

    private Artifact() {}

    /** Whether a text, which may be null, names a file that way. */
    static boolean isNamed(String text) {
        return text != null && FORM.matcher(text.strip()).matches();
    }

    /**
     * The path of a file in the workspace.
     *
     * @param text a path, with or without the name of an artifact before it; may be null
     */
    static String path(String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches() ? matcher.group(1) : text;
    }
}
