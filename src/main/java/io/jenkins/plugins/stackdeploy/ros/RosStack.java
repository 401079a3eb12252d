package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.Look;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stack as ListStacks or GetStack tells of it.
 *
 * @param id the stack's id
 * @param name its name
 * @param status its status, see {@link RosStatus}
 * @param statusReason why; empty when not told
 * @param createTime when it was created, as the API writes it; empty when not told
 * @param updateTime when it was last updated, as the API writes it; empty when never
 * @param deletionProtected whether it may not be deleted
 * @param parentId the stack that it is nested in; empty for a stack of its own
 * @param rollbackFailedReason the first cause of a failed rollback; empty when not told
 * @param failure the failing call of another product that stopped the operation; empty when not told
 * @param outputs its outputs in order; empty unless asked for. Values are strings, numbers, booleans, lists and maps
 */
public record RosStack(
        String id,
        String name,
        String status,
        String statusReason,
        String createTime,
        String updateTime,
        boolean deletionProtected,
        String parentId,
        String rollbackFailedReason,
        String failure,
        Map<String, Object> outputs)
        implements Look {

    /**
     * Reads an answer.
     *
     * @param json the object of a stack
     * @return the stack
     */
    static RosStack read(JsonNode json) {
        return new RosStack(
                json.path("StackId").asText(""),
                json.path("StackName").asText(""),
                json.path("Status").asText(""),
                json.path("StatusReason").asText(""),
                json.path("CreateTime").asText(""),
                json.path("UpdateTime").asText(""),
                "Enabled".equals(json.path("DeletionProtection").asText()),
                json.path("ParentStackId").asText(""),
                json.path("RollbackFailedRootReason").asText(""),
                failure(json.path("OperationInfo")),
                outputs(json.path("Outputs")));
    }

    /** What the status says, where it is a known one. */
    RosStatus.Phase phase() {
        return RosStatus.of(status).map(RosStatus::phase).orElse(null);
    }

    private static String failure(JsonNode info) {
        String code = info.path("Code").asText("");
        if (code.isEmpty()) {
            return "";
        }
        String requestId = info.path("RequestId").asText("");
        return info.path("Action").asText("") + " (" + code + "): "
                + info.path("Message").asText("") + (requestId.isEmpty() ? "" : " [" + requestId + "]");
    }

    private static Map<String, Object> outputs(JsonNode list) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (JsonNode output : list) {
            outputs.put(output.path("OutputKey").asText(), PlainJson.value(output.path("OutputValue")));
        }
        return outputs;
    }
}
