package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.engine.Text;
import java.util.List;

/**
 * What happens to one resource. Texts come from a cloud and are made printable here, once for all readers.
 *
 * @param action {@link #ADD}, {@link #MODIFY}, {@link #REMOVE}, or another word of the cloud's in upper case
 * @param logicalId the resource's name in the template
 * @param type its type
 * @param physicalId its id in the cloud; empty when there is none yet
 * @param replacement whether it is made anew
 * @param causes what brings the change about, such as {@code Properties.VpcName}; may be empty
 */
public record PlannedChange(
        String action, String logicalId, String type, String physicalId, Replacement replacement, List<String> causes) {
    public static final String ADD = "ADD";
    public static final String MODIFY = "MODIFY";
    public static final String REMOVE = "REMOVE";

    /** Makes the texts printable. */
    public PlannedChange {
        action = Text.oneLine(action);
        logicalId = Text.oneLine(logicalId);
        type = Text.oneLine(type);
        physicalId = Text.oneLine(physicalId);
        replacement = replacement == null ? Replacement.NO : replacement;
        causes = causes == null ? List.of() : causes.stream().map(Text::oneLine).toList();
    }

    /** Whether the resource that is there will be deleted without a successor. */
    public boolean deletes() {
        return action.equals(REMOVE);
    }

    /** Whether the resource that is there may be deleted and another made in its place. */
    public boolean replaces() {
        return replacement != Replacement.NO;
    }
}
