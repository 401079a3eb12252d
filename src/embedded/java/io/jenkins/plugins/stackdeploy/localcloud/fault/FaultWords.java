package io.jenkins.plugins.stackdeploy.localcloud.fault;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.function.Supplier;

/**
 * How a service words the errors that a fault can order.
 *
 * @param internal HTTP 500
 * @param unavailable HTTP 503
 * @param throttled HTTP 400
 */
public record FaultWords(Supplier<ApiError> internal, Supplier<ApiError> unavailable, Supplier<ApiError> throttled) {}
