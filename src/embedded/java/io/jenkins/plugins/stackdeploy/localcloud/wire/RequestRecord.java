package io.jenkins.plugins.stackdeploy.localcloud.wire;

import java.time.Instant;

/**
 * A request as the cloud saw it.
 *
 * @param at when it came, by the cloud's clock
 * @param action the action, empty if it named none
 * @param accountId the caller's account, or null if the caller could not be told
 * @param accessKeyId the caller's key, or null likewise
 * @param region the region it was for, empty if it named none
 * @param clientToken what makes the request count once, such as ROS' ClientToken or a stack set's OperationId, or null
 * @param requestId the id of this request
 * @param status HTTP status of the answer, 0 if the connection was dropped
 * @param code OK or the error code
 * @param effect whether it changed something
 * @param fault the fault that was applied, or null
 */
public record RequestRecord(
        Instant at,
        String action,
        String accountId,
        String accessKeyId,
        String region,
        String clientToken,
        String requestId,
        int status,
        String code,
        boolean effect,
        String fault) {}
