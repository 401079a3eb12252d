package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stack with what a plan compares to.
 *
 * @param stack its id, status and times
 * @param parameters its values by name; of secret parameters ROS shows asterisks
 * @param tags its tags
 * @param template its template as it was given
 */
record LiveStack(RosStack stack, Map<String, String> parameters, Map<String, String> tags, PlanTemplate template) {
    /** ROS' own parameters, which no template declares. */
    private static final String PSEUDO = "ALIYUN::";

    /**
     * Reads a stack, its status last: when that is as it was before, so was everything read before it.
     *
     * @param client reads
     * @param id the stack's id
     * @return the stack; empty when there is none
     * @throws CloudException when a call failed
     */
    static Optional<LiveStack> read(RosClient client, String id) throws CloudException {
        try {
            JsonNode template = client.call("GetTemplate", Map.of("StackId", id, "TemplateStage", "Original"));
            JsonNode json =
                    client.call("GetStack", Map.of("StackId", id, "LogOption", "None", "OutputOption", "Disabled"));
            RosClient.text(json, "GetStack", "Status");
            return Optional.of(new LiveStack(
                    RosStack.read(json),
                    pairs(json.path("Parameters"), "ParameterKey", "ParameterValue"),
                    pairs(json.path("Tags"), "Key", "Value"),
                    PlanTemplate.live(template.path("TemplateBody").asText(""), TemplateLimits.ROS)));
        } catch (CloudException failed) {
            if (failed.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** A list of names with values, without ROS' own. */
    static Map<String, String> pairs(JsonNode list, String key, String value) {
        Map<String, String> pairs = new TreeMap<>();
        for (JsonNode pair : list) {
            String name = pair.path(key).asText("");
            JsonNode text = pair.path(value);
            if (!name.isEmpty() && !name.startsWith(PSEUDO) && !text.isNull()) {
                pairs.put(name, text.isValueNode() ? text.asText() : text.toString());
            }
        }
        return pairs;
    }
}
