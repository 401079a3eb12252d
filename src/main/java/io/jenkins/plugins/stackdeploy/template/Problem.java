package io.jenkins.plugins.stackdeploy.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;

/**
 * Something wrong with a template or the parameters given for it.
 *
 * @param message one or two sentences for people, in their language, without secrets
 * @param position in the template; null when no place is to blame
 * @param severity whether the deployment should go on
 */
public record Problem(String message, @CheckForNull Position position, Severity severity) implements Serializable {
    /** Whether a deployment should go on. */
    public enum Severity {
        /** The cloud would refuse it. */
        ERROR,
        /** Worth telling, but no reason to stop. */
        NOTE
    }

    static Problem error(String message, @CheckForNull Position position) {
        return new Problem(message, position, Severity.ERROR);
    }

    static Problem note(String message, @CheckForNull Position position) {
        return new Problem(message, position, Severity.NOTE);
    }
}
