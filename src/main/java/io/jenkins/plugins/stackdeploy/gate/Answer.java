package io.jenkins.plugins.stackdeploy.gate;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody says with a decision.
 *
 * @param comment why; null for nothing. Control characters are removed, since it is shown in logs
 * @param checked the items of the checklist that were ticked
 * @param parameters values by name, for those that were filled in
 */
public record Answer(String comment, List<String> checked, Map<String, String> parameters) {
    /** The longest comment, in characters. */
    public static final int LONGEST_COMMENT = 4_000;

    /** Nothing but the decision. */
    public static final Answer PLAIN = new Answer(null, List.of(), Map.of());

    /** Keeps copies. */
    public Answer {
        String printable = Text.printable(comment).strip();
        comment = printable.isEmpty() ? null : printable;
        checked = List.copyOf(checked);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A decision with a comment alone. */
    public static Answer because(String comment) {
        return new Answer(comment, List.of(), Map.of());
    }
}
