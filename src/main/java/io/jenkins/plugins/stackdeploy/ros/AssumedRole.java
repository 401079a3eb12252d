package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A role taken on through STS AssumeRole; its key is renewed five minutes before it ends. */
public final class AssumedRole implements AccessKeySource {
    /** The version of STS. */
    public static final String VERSION = "2015-04-01";

    static final String ACTION = "AssumeRole";

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration NEW = Duration.ofMinutes(1);

    private final RosApi sts;
    private final String roleArn;
    private final String sessionName;
    private final InstantSource clock;
    private AccessKey key;
    private Instant takenAt;

    /**
     * A role that is taken on when it is first needed.
     *
     * @param sts calls STS with the key of the one who takes the role on
     * @param roleArn such as {@code acs:ram::1234567890123456:role/deploy}
     * @param sessionName what the audit log shows; any text, made fit
     * @param clock tells the time
     */
    public AssumedRole(RosApi sts, String roleArn, String sessionName, InstantSource clock) {
        this.sts = sts;
        this.roleArn = roleArn;
        this.sessionName = fit(sessionName);
        this.clock = clock;
    }

    /** 2 to 64 letters, digits, and {@code . @ - _}. Source: STS AssumeRole, RoleSessionName. */
    static String fit(String name) {
        String fit = name.replaceAll("[^A-Za-z0-9.@_-]", "-");
        fit = fit.length() > 64 ? fit.substring(fit.length() - 64) : fit;
        return fit.length() < 2 ? "jenkins" : fit;
    }

    @Override
    public synchronized AccessKey get() throws CloudException {
        if (key == null || !clock.instant().isBefore(key.expires().minus(EARLY))) {
            key = assume();
            takenAt = clock.instant();
        }
        return key;
    }

    @Override
    public synchronized boolean refused(AccessKey refused) {
        if (key == null || !key.equals(refused)) {
            // Another deployment was refused the same key and has seen to a new one.
            return true;
        }
        // A key that was refused while it was new will be refused again: that is no matter of time.
        boolean renewable = clock.instant().isAfter(takenAt.plus(NEW));
        key = null;
        return renewable;
    }

    private AccessKey assume() throws CloudException {
        JsonNode credentials = sts.call(
                        ACTION,
                        Map.of("RoleArn", roleArn, "RoleSessionName", sessionName, "DurationSeconds", "3600"),
                        Map.of())
                .body()
                .path("Credentials");
        if (!credentials.path("AccessKeyId").isTextual()) {
            throw new CloudException(FaultKind.TRANSIENT, ACTION, null, Messages.Api_noRoleCredentials(roleArn), null);
        }
        Instant expires = RosTimes.parse(credentials.path("Expiration").asText(null));
        return new AccessKey(
                credentials.path("AccessKeyId").asText(),
                credentials.path("AccessKeySecret").asText(),
                credentials.path("SecurityToken").asText(),
                expires == null ? clock.instant().plus(Duration.ofMinutes(15)) : expires);
    }
}
