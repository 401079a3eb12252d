package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the change sets of stacks. */
final class RosChangeSets {
    /** A stack has at most 20. Source: ROS limits. */
    private static final String ALL = "50";

    private final RosClient client;

    RosChangeSets(RosClient client) {
        this.client = client;
    }

    /**
     * Reads one.
     *
     * @param id its id
     * @param template whether its template is wanted
     * @return the change set; empty when there is none, or no stack of it
     * @throws CloudException when the call failed
     */
    Optional<RosChangeSet> get(String id, boolean template) throws CloudException {
        Map<String, String> query = new TreeMap<>();
        query.put("ChangeSetId", id);
        if (template) {
            query.put("ShowTemplate", "true");
        }
        try {
            JsonNode json = client.call("GetChangeSet", query);
            RosClient.text(json, "GetChangeSet", "Status");
            return Optional.of(RosChangeSet.read(json));
        } catch (CloudException failed) {
            if (failed.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * Those of a stack.
     *
     * @param stackId the stack's id
     * @return what there is; none when there is no such stack
     * @throws CloudException when the call failed
     */
    List<RosChangeSet> of(String stackId) throws CloudException {
        try {
            List<RosChangeSet> found = new ArrayList<>();
            client.list("ListChangeSets", Map.of("StackId", stackId, "PageSize", ALL), "ChangeSets")
                    .forEach(json -> found.add(RosChangeSet.read(json)));
            return found;
        } catch (CloudException failed) {
            if (failed.kind() == FaultKind.NOT_FOUND) {
                return List.of();
            }
            throw failed;
        }
    }

    /**
     * The one of a name.
     *
     * @param stackId the stack's id
     * @param name its name
     * @return the change set; empty when there is none
     * @throws CloudException when the call failed
     */
    Optional<RosChangeSet> named(String stackId, String name) throws CloudException {
        return of(stackId).stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
