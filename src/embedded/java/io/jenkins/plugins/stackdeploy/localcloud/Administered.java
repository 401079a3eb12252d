package io.jenkins.plugins.stackdeploy.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Faults;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What {@link AdminApi} does to an endpoint.
 *
 * @param requests all requests so far
 * @param faults takes orders for faults of calls
 * @param refuse refuses connections for a while
 * @param lists what there is besides requests, by the name that GET calls it by
 * @param failures takes an order for the failure of what a call has begun
 * @param reset forgets everything but the keys
 */
record Administered(
        Supplier<List<RequestRecord>> requests,
        Faults faults,
        Consumer<Duration> refuse,
        Map<String, Supplier<?>> lists,
        Consumer<JsonNode> failures,
        Runnable reset) {}
