package io.jenkins.plugins.stackdeploy.engine;

import java.time.Instant;

/**
 * Somebody stops the build that waits for a deployment.
 *
 * @param cancel true to cancel the cloud's operation, false to leave it running
 * @param why who or what stops it, for the log
 * @param at when
 */
public record StopRequest(boolean cancel, String why, Instant at) {}
