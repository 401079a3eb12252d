package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ResourceState;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackState;
import java.util.Collection;

/** GetStack's ResourceProgress, as ShowResourceProgress asks for it. */
final class ProgressView {
    private ProgressView() {}

    static void addTo(ObjectNode view, Parameters parameters, StackState state) {
        String option = parameters.choice("ShowResourceProgress", "Disabled", "PercentageOnly", "EnabledIfCreateStack");
        if (option.equals("Disabled")) {
            return;
        }
        Collection<ResourceState> resources = state.resources().values();
        long settled = count(resources, "_COMPLETE") - count(resources, "INIT_COMPLETE");
        long percent =
                state.status().endsWith("_COMPLETE") || resources.isEmpty() ? 100 : 100 * settled / resources.size();
        ObjectNode progress = view.putObject("ResourceProgress");
        if (option.equals("PercentageOnly")) {
            progress.put("StackActionProgress", percent).put("StackOperationProgress", percent);
            return;
        }
        progress.put("TotalResourceCount", resources.size())
                .put("SuccessResourceCount", settled)
                .put("FailedResourceCount", count(resources, "_FAILED"))
                .put("InProgressResourceCount", count(resources, "_IN_PROGRESS"))
                .put("PendingResourceCount", count(resources, "INIT_COMPLETE"));
        ArrayNode details = progress.putArray("InProgressResourceDetails");
        resources.stream()
                .filter(resource -> resource.status().endsWith("_IN_PROGRESS"))
                .forEach(resource -> details.addObject()
                        .put("ProgressTargetValue", 100)
                        .put("ProgressValue", 50)
                        .put("ResourceName", resource.logicalId())
                        .put("ResourceType", resource.type()));
    }

    private static long count(Collection<ResourceState> resources, String ending) {
        return resources.stream().filter(r -> r.status().endsWith(ending)).count();
    }
}
