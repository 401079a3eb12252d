package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.time.Instant;

/**
 * A search for differences between a stack and the real resources.
 *
 * @param id its UUID
 * @param stackId the stack
 * @param startedAt when it was asked for
 * @param endsAt when its result is known
 */
public record DriftDetection(String id, String stackId, Instant startedAt, Instant endsAt) {}
