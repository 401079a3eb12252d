package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.plan.EstimatedCost;
import java.util.ArrayList;
import java.util.List;

/** Asks ROS what the resources of a plan would cost. That it cannot tell is no reason to have no plan. */
final class CostEstimate {
    private CostEstimate() {}

    /**
     * Asks.
     *
     * @param client calls
     * @param call GetTemplateEstimateCost
     * @return the prices, or why there are none
     * @throws CloudException when the call failed for a passing reason
     */
    static EstimatedCost of(RosClient client, RosSubmission.Call call) throws CloudException {
        try {
            return read(call.send(client).path("Resources"));
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            return new EstimatedCost(List.of(), failed.describe());
        }
    }

    private static EstimatedCost read(JsonNode resources) {
        List<EstimatedCost.Item> items = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        resources.fields().forEachRemaining(resource -> {
            JsonNode order = resource.getValue().path("Result").path("Order");
            if (resource.getValue().path("Success").asBoolean(false) && order.has("TradeAmount")) {
                items.add(new EstimatedCost.Item(
                        resource.getKey(),
                        resource.getValue().path("Type").asText(""),
                        order.path("Currency").asText(""),
                        order.path("OriginalAmount").asText(""),
                        order.path("DiscountAmount").asText(""),
                        order.path("TradeAmount").asText("")));
            } else {
                unknown.add(resource.getKey());
            }
        });
        return new EstimatedCost(items, unknown.isEmpty() ? "" : Messages.Plan_noPrice(String.join(", ", unknown)));
    }
}
