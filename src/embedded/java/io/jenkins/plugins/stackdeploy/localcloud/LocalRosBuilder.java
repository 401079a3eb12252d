package io.jenkins.plugins.stackdeploy.localcloud;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.ros.RosOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Configures a {@link LocalRos}. Without any account every request is refused. */
public final class LocalRosBuilder {
    private static final Duration PUBLISHED_WINDOW = Duration.ofSeconds(60);
    private static final int PUBLISHED_CALLS = 100;

    private final List<Credential> credentials = new ArrayList<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private int port;
    private double timeScale = 1;
    private Path stateDir;
    private Clock clock = Clock.systemUTC();
    private int throttleCalls;
    private Duration throttleWindow = PUBLISHED_WINDOW;
    private RosOptions options = RosOptions.defaults();

    LocalRosBuilder() {}

    /** Sets the TCP port; 0, the default, takes any free one. */
    public LocalRosBuilder port(int tcpPort) {
        this.port = tcpPort;
        return this;
    }

    /** Sets how many nominal seconds of work pass in a second by the clock, above 0; the default is 1. */
    public LocalRosBuilder timeScale(double scale) {
        this.timeScale = scale;
        return this;
    }

    /** Sets where to keep everything, so that a new process can go on; by default nothing is kept. */
    public LocalRosBuilder stateDir(Path directory) {
        this.stateDir = directory;
        return this;
    }

    /** Sets the clock that operations, sessions and throttling run by; signing times are compared to the real time. */
    public LocalRosBuilder clock(Clock newClock) {
        this.clock = newClock;
        return this;
    }

    /**
     * Adds a permanent access key.
     *
     * @param accountId the account that it belongs to; several keys may share one
     * @param deniedActions actions that are answered NoPermission; {@code *} for all
     */
    public LocalRosBuilder account(String accessKeyId, String secret, String accountId, String... deniedActions) {
        credentials.add(Credential.permanent(accessKeyId, secret, accountId, Set.of(deniedActions)));
        return this;
    }

    /**
     * Adds a role that any key may assume.
     *
     * @param arn such as {@code acs:ram::1234567890123456:role/deployer}
     * @param deniedActions actions that its sessions are answered NoPermission
     */
    public LocalRosBuilder role(String arn, String... deniedActions) {
        roles.put(arn, Set.of(deniedActions));
        return this;
    }

    /** Throttles as published: 100 calls in 60 s per action, region and account. By default nothing is throttled. */
    public LocalRosBuilder throttling() {
        return throttling(PUBLISHED_CALLS, PUBLISHED_WINDOW);
    }

    /** Throttles to a number of calls, 0 for no limit, in a window by the clock. */
    public LocalRosBuilder throttling(int calls, Duration window) {
        this.throttleCalls = calls;
        this.throttleWindow = window;
        return this;
    }

    /** Changes the behaviour where the real cloud's is undocumented or varies. */
    public LocalRosBuilder options(UnaryOperator<RosOptions> change) {
        this.options = change.apply(options);
        return this;
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if the port is taken or the state cannot be read
     */
    public LocalRos start() throws IOException {
        return new LocalRos(this);
    }

    int port() {
        return port;
    }

    double timeScale() {
        return timeScale;
    }

    Path stateDir() {
        return stateDir;
    }

    Clock clock() {
        return clock;
    }

    int throttleCalls() {
        return throttleCalls;
    }

    Duration throttleWindow() {
        return throttleWindow;
    }

    RosOptions options() {
        return options;
    }

    List<Credential> credentials() {
        return credentials;
    }

    Map<String, Set<String>> roles() {
        return Map.copyOf(roles);
    }
}
