package io.jenkins.plugins.stackdeploy.localcloud;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.awssts.AwsRole;
import io.jenkins.plugins.stackdeploy.localcloud.s3.Bucket;
import io.jenkins.plugins.stackdeploy.localcloud.s3.RegionMismatch;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.Organization;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.ReplayAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.StackSetOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Configures a {@link LocalAws}. Without any account every request is refused. */
public final class LocalAwsBuilder {
    private final List<Credential> credentials = new ArrayList<>();
    private int port;
    private double timeScale = 1;
    private Path stateDir;
    private Clock clock = Clock.systemUTC();
    private int callsPerSecond;
    private Organization organization = new Organization("000000000000");
    private StackSetOptions stackSetOptions = StackSetOptions.defaults();
    private final Map<String, AwsRole> roles = new HashMap<>();
    private final List<Bucket> buckets = new ArrayList<>();
    private RegionMismatch regionMismatch = RegionMismatch.PERMANENT_REDIRECT;

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
     * Adds a role that any key may assume.
     *
     * @param arn such as {@code arn:aws:iam::111122223333:role/deployer}
     * @param deniedActions actions that its sessions are answered AccessDenied; {@code *} for all
     */
    public LocalAwsBuilder role(String arn, String... deniedActions) {
        return roleWithExternalId(arn, null, deniedActions);
    }

    /** Adds a role that only those may assume who know an external id; otherwise like {@link #role}. */
    public LocalAwsBuilder roleWithExternalId(String arn, String externalId, String... deniedActions) {
        roles.put(arn, new AwsRole(arn, externalId, Set.of(deniedActions)));
        return this;
    }

    /**
     * Adds a bucket.
     *
     * @param accountId its owner, 12 digits; every other account is answered AccessDenied
     */
    public LocalAwsBuilder bucket(String name, String region, String accountId) {
        buckets.add(new Bucket(name, region, accountId));
        return this;
    }

    /** Sets how S3 answers a request for another region than the bucket's; by default with a redirect. */
    public LocalAwsBuilder regionMismatch(RegionMismatch answer) {
        this.regionMismatch = answer;
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

    /** Sets the accounts and units of service-managed stack sets, and the suspended accounts of all; by default none. */
    public LocalAwsBuilder organization(Organization newOrganization) {
        this.organization = newOrganization;
        return this;
    }

    /** Sets how a repeated OperationId is answered; by default with the same id. */
    public LocalAwsBuilder replayAnswers(ReplayAnswer answer) {
        return stackSets(options -> options.withReplayAnswer(answer));
    }

    /** Changes the behaviour of stack sets where the real cloud's is undocumented or varies. */
    public LocalAwsBuilder stackSets(UnaryOperator<StackSetOptions> change) {
        this.stackSetOptions = change.apply(stackSetOptions);
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

    Organization organization() {
        return organization;
    }

    StackSetOptions stackSetOptions() {
        return stackSetOptions;
    }

    int callsPerSecond() {
        return callsPerSecond;
    }

    List<Credential> credentials() {
        return credentials;
    }

    Map<String, AwsRole> roles() {
        return Map.copyOf(roles);
    }

    List<Bucket> buckets() {
        return buckets;
    }

    RegionMismatch regionMismatch() {
        return regionMismatch;
    }
}
