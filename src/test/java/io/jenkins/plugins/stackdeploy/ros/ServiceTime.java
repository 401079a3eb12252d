package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Makes answers tell the time that the local cloud lives in. Its HTTP server always tells the real one, whereas the real
 * service tells the time that its events have.
 */
final class ServiceTime implements RosApi {
    private final RosApi api;
    private final InstantSource clock;

    ServiceTime(RosApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Answer call(String action, Map<String, String> query, Map<String, String> body) throws CloudException {
        Answer answer = api.call(action, query, body);
        return new Answer(answer.body(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
