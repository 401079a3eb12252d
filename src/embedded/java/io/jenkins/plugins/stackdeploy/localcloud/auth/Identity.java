package io.jenkins.plugins.stackdeploy.localcloud.auth;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.Set;

/**
 * Whom a key belongs to and what it must not do.
 *
 * @param accountId the main account, 16 digits in the real cloud and 12 at AWS
 * @param arn the resource name, such as {@code acs:ram::1234567890123456:user/ci}
 * @param type {@code Account}, {@code RAMUser} or {@code AssumedRoleUser}, as GetCallerIdentity of ROS names them
 * @param userId id of the user or role within the account
 * @param deniedActions names of actions that are refused; {@code *} refuses all
 */
public record Identity(String accountId, String arn, String type, String userId, Set<String> deniedActions) {

    /** Returns whether an action is denied. */
    public boolean denies(String action) {
        return deniedActions.contains(action) || deniedActions.contains("*");
    }

    /**
     * Refuses a denied action in the words of RAM.
     *
     * @throws ApiError NoPermission, HTTP 403
     */
    public void authorize(String action) {
        if (denies(action)) {
            throw new ApiError(
                    403, "NoPermission", "You are not authorized to do this action (" + action + ") as " + arn + ".");
        }
    }
}
