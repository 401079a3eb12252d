package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceHints;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceState;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;

/** ListStackResourceDrifts; NextToken is the number of rows already seen. Empty before the first detection is over. */
final class ListStackResourceDrifts implements RosAction {
    private static final ParameterSpec SPEC =
            ParameterSpec.of("MaxResults:L, NextToken:S, RegionId*:S, ResourceDriftStatus.N, StackId*:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        StackRecord stack = call.stack();
        List<String> statuses = parameters.list("ResourceDriftStatus");
        List<ResourceState> all = DriftView.last(call, stack).isEmpty()
                ? List.of()
                : stack.at(call.now()).resources().values().stream()
                        .filter(ResourceState::exists)
                        .filter(resource -> statuses.isEmpty() || statuses.contains(status(resource)))
                        .toList();
        int from = offset(parameters.text("NextToken"));
        int size = parameters.integer("MaxResults", 1, 100, 50);
        ObjectNode answer = Json.object();
        ArrayNode drifts = answer.putArray("ResourceDrifts");
        all.stream().skip(from).limit(size).forEach(resource -> drifts.add(view(call, stack, resource)));
        if (from + size < all.size()) {
            answer.put("NextToken", String.valueOf(from + size));
        }
        return Answer.of(answer);
    }

    private static int offset(String token) {
        if (!token.matches("[0-9]{0,9}")) {
            throw ApiError.invalidParameter("NextToken", "it does not come from an earlier answer.");
        }
        return token.isEmpty() ? 0 : Integer.parseInt(token);
    }

    private static String status(ResourceState resource) {
        return DriftView.drifted(resource) ? "MODIFIED" : "IN_SYNC";
    }

    private static ObjectNode view(Call call, StackRecord stack, ResourceState resource) {
        ObjectNode expected = resource.target().properties();
        ObjectNode actual = expected.deepCopy();
        ObjectNode view = Json.object()
                .put("StackId", stack.id())
                .put("LogicalResourceId", resource.logicalId())
                .put("PhysicalResourceId", resource.physicalId())
                .put("ResourceType", resource.type())
                .put("ResourceDriftStatus", status(resource))
                .put(
                        "DriftDetectionTime",
                        RosTime.format(DriftView.last(call, stack).orElseThrow().startedAt()));
        ArrayNode differences = view.putArray("PropertyDifferences");
        new ResourceHints(resource.target().metadata()).drift().properties().forEach(e -> {
            JsonNode before = expected.path(e.getKey());
            differences
                    .addObject()
                    .put("PropertyPath", "/" + e.getKey())
                    .put("ExpectedValue", before.asText(""))
                    .put("ActualValue", e.getValue().asText(""))
                    .put(
                            "DifferenceType",
                            before.isMissingNode() ? "ADD" : e.getValue().isNull() ? "REMOVE" : "NOT_EQUAL");
            actual.set(e.getKey(), e.getValue());
        });
        return view.put("ExpectedProperties", expected.toString()).put("ActualProperties", actual.toString());
    }
}
