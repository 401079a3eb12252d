package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;

/**
 * What the operations of all stack set steps are asked for alike.
 *
 * @param callAs in which role of the organization to call; null for the service's default, SELF
 * @param preferences how operations go through accounts and regions; never null
 * @param batchRegions whether an operation that would involve too many instances is split by region
 * @param waitForOthers whether to wait for an operation of somebody else on the stack set, or refuse
 * @param tolerateFailures whether instances may have failed in an operation that succeeded within its tolerance
 * @param memberRoleName a role that exists in target accounts and may read stacks there, to tell why an instance failed;
 *     null for none
 * @param events which results the log shows
 * @param waitForEnd whether to wait for the end, or only until the (last) operation was accepted
 * @param watchMinutes how long to watch, at least 1
 */
public record OperationSettings(
        CallAs callAs,
        OperationPreferences preferences,
        boolean batchRegions,
        boolean waitForOthers,
        boolean tolerateFailures,
        String memberRoleName,
        EventDetail events,
        boolean waitForEnd,
        int watchMinutes) {}
