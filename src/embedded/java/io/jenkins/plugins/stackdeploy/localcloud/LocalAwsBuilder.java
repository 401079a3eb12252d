package io.jenkins.plugins.stackdeploy.localcloud;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Configures a {@link LocalAws}. Without any account every request is refused. */
public final class LocalAwsBuilder {
    private final List<Credential> credentials = new ArrayList<>();
    private int port;
    private double timeScale = 1;
    private Path stateDir;
    private Clock clock = Clock.systemUTC();
    private int callsPerSecond;

    LocalAwsBuilder() {}

    /** Sets the TCP port; 0, the default, takes any free one. */
    public LocalAwsBuilder port(int tcpPort) {
        this.port = tcpPort;
        return this;
    }

    /** Sets how many nominal seconds of work pass in a second by the clock, above 0; the default is 1. */
    public LocalAwsBuilder timeScale(double scale) {
        this.timeScale = scale;
        return this;
    }

    /** Sets where to keep everything, so that a new process can go on; by default nothing is kept. */
    public LocalAwsBuilder stateDir(Path directory) {
        this.stateDir = directory;
        return this;
    }

    /** Sets the clock that operations, sessions and throttling run by; signing times are compared to the real time. */
    public LocalAwsBuilder clock(Clock newClock) {
        this.clock = newClock;
        return this;
    }

    /**
     * Adds a permanent access key.
     *
     * @param accountId the account that it belongs to, 12 digits; several keys may share one
     * @param deniedActions actions that are answered AccessDenied; {@code *} for all
     */
    public LocalAwsBuilder account(String accessKeyId, String secret, String accountId, String... deniedActions) {
        credentials.add(Credential.iamUser(accessKeyId, secret, accountId, Set.of(deniedActions)));
        return this;
    }

    /**
     * Throttles the calls of an account in a region to each service. By default nothing is throttled.
     *
     * @param calls in a second by the clock; 0 for no limit
     */
    public LocalAwsBuilder throttling(int calls) {
        this.callsPerSecond = calls;
        return this;
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if the port is taken or the state cannot be read
     */
    public LocalAws start() throws IOException {
        return new LocalAws(this);
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

    int callsPerSecond() {
        return callsPerSecond;
    }

    List<Credential> credentials() {
        return credentials;
    }
}
