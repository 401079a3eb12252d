package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Carries out ROS calls of callers that are known and allowed, one at a time. */
public final class RosService {
    private final RosCloud cloud;

    /** Makes the service over a cloud whose store nobody else changes. */
    public RosService(RosCloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Runs an action.
     *
     * @param action its name
     * @param parameters all parameters of the request
     * @throws ApiError InvalidAction.NotFound for an unknown action, or what the action refuses with
     */
    synchronized Answer run(String action, Map<String, String> parameters, String accountId, String requestId) {
        RosAction implementation = RosActions.ALL.get(action);
        if (implementation == null) {
            throw new ApiError(
                    404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
        }
        implementation.spec().check(parameters);
        String region = parameters.get("RegionId");
        if (region != null && !cloud.options().regions().contains(region)) {
            throw new ApiError(400, "InvalidRegionId", "The specified RegionId (" + region + ") does not exist.");
        }
        Instant now = cloud.clock().instant();
        Call call = new Call(cloud, action, new Parameters(parameters), accountId, requestId, now);
        Optional<Answer> replayed = Idempotency.replay(call);
        return replayed.isPresent() ? replayed.get() : implementation.run(call);
    }
}
