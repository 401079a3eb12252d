package io.jenkins.plugins.stackdeploy.cloudformation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Credentials of a source that may ask STS for new ones each time and does not tell when they end. They are asked for again
 * after ten minutes, as no session is shorter than fifteen. Two of the same source are equal; a source of the same name
 * need not be, as its key may have been changed.
 */
public final class RenewedCredentials implements RenewableCredentials {
    /** Source: STS API, AssumeRole, DurationSeconds: at least 900. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final Duration NEW = Duration.ofMinutes(1);

    private final AwsCredentialsProvider source;
    private final InstantSource clock;
    private AwsCredentials credentials;
    private Instant renewAt = Instant.MIN;

    /**
     * Credentials that are asked for when they are first needed.
     *
     * @param source answers credentials that are valid for 15 minutes at least, or null when it holds none
     * @param clock tells the time
     */
    public RenewedCredentials(AwsCredentialsProvider source, InstantSource clock) {
        this.source = Objects.requireNonNull(source);
        this.clock = clock;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        Instant now = clock.instant();
        if (!now.isBefore(renewAt)) {
            credentials = source.resolveCredentials();
            if (credentials == null) {
                throw SdkClientException.create(Messages.Aws_noCredentials());
            }
            renewAt = now.plus(KEPT);
        }
        return credentials;
    }

    @Override
    public synchronized boolean renew(AwsCredentials ended) {
        if (!ended.equals(credentials)) {
            return true;
        }
        // What was refused while it was new will be refused again: that is no matter of time.
        boolean old = clock.instant().isAfter(renewAt.minus(KEPT).plus(NEW));
        renewAt = Instant.MIN;
        return old;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenewedCredentials renewed && renewed.source == source;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(source);
    }
}
