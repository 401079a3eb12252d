package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.MemberStacks;

/**
 * What the work on a target is when it is begun.
 *
 * @param seconds nominal time that it takes
 * @param reason why it fails, as the result of the operation says it, or null if it succeeds
 * @param stackId the stack that is worked on, or null if none is
 * @param failure what goes wrong with that stack, or null
 */
record TargetWork(double seconds, String reason, String stackId, MemberStacks.Failure failure) {}
