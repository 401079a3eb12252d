package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.time.Instant;

/**
 * A step that has been started.
 *
 * @param step what is done
 * @param end when it will be over
 * @param physicalId the resource's id once it is over
 * @param visibleId the resource's id while it goes on: known early for a nested stack only
 * @param failure why it will fail, or null
 */
record Run(Step step, Instant end, String physicalId, String visibleId, Failure failure) {}
