package io.jenkins.plugins.stackdeploy.localcloud.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/**
 * The answer of an action.
 *
 * @param result what goes into the element {@code <ActionResult>}
 * @param effect whether something has changed
 */
public record QueryAnswer(ObjectNode result, boolean effect) {

    /** Returns the answer of an action that only reads. */
    public static QueryAnswer read(ObjectNode result) {
        return new QueryAnswer(result, false);
    }

    /** Returns the answer of an action that changed something. */
    public static QueryAnswer changed(ObjectNode result) {
        return new QueryAnswer(result, true);
    }

    /** Returns an answer that says nothing more about what was changed. */
    public static QueryAnswer changed() {
        return changed(Json.object());
    }
}
