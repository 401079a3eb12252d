package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Change;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;

/** Changes of resources as GetChangeSet and PreviewStack show them. */
final class ChangeView {
    private ChangeView() {}

    /** Returns GetChangeSet's list; what stays as it is is not in it. */
    static ArrayNode list(List<Change> changes) {
        ArrayNode result = Json.array();
        for (Change change : changes) {
            if (change.action() != Change.Action.NONE) {
                ObjectNode resource = resource(change);
                if (change.action() == Change.Action.MODIFY) {
                    addDetails(resource, change);
                }
                result.addObject().put("Type", "Resource").set("ResourceChange", resource);
            }
        }
        return result;
    }

    static ObjectNode resource(Change change) {
        ObjectNode result = Json.object()
                .put("LogicalResourceId", change.logicalId())
                .put("ResourceType", change.type())
                .put("Action", word(change.action()));
        if (change.current() != null && change.action() != Change.Action.ADD) {
            result.put("PhysicalResourceId", change.current().physicalId());
        }
        if (change.action() == Change.Action.MODIFY) {
            result.put("Replacement", change.replacement() ? "True" : "False");
        }
        return result;
    }

    private static void addDetails(ObjectNode resource, Change change) {
        resource.putArray("Scope").add("Properties");
        ArrayNode details = resource.putArray("Details");
        for (String property : change.properties()) {
            ObjectNode detail = details.addObject()
                    .put("ChangeSource", "DirectModification")
                    .put("Evaluation", "Static");
            detail.putObject("Target").put("Attribute", "Properties").put("Name", property);
        }
    }

    private static String word(Change.Action action) {
        return switch (action) {
            case ADD -> "Add";
            case MODIFY -> "Modify";
            case REMOVE -> "Remove";
            case NONE -> "None";
        };
    }
}
