package io.jenkins.plugins.stackdeploy.engine;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The saved facts of one operation at a cloud: small, plain, and enough to go on after a crash at any moment. Written to
 * the journal as JSON; unknown properties are passed over, so that a newer version may add some.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        setterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@JsonIgnoreProperties(ignoreUnknown = true)
public class Operation {
    private Instant startedAt;
    private Instant deadline;
    private Instant submittedAt;
    private String token;
    private boolean sent;
    private StopRequest stop;
    private Outcome outcome;
    private List<String> said = List.of();
    private int saidNumber;

    /** When the deployment began; null before {@link #begin}. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When nobody watches any longer; null before {@link #begin}. */
    public Instant deadline() {
        return deadline;
    }

    /**
     * Begins.
     *
     * @param now when
     * @param until when to stop watching; absolute, so that a restart does not prolong it
     */
    public void begin(Instant now, Instant until) {
        startedAt = now;
        deadline = until;
    }

    /** When the cloud accepted the request; null before. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** The cloud accepted the request. */
    public void submitted(Instant now) {
        submittedAt = now;
    }

    /** The idempotency token; null before {@link #newToken}. */
    public String token() {
        return token;
    }

    /** Makes a token for a request that has not been sent yet. It must be saved before the request is sent. */
    public void newToken() {
        token = "stack-deploy-" + UUID.randomUUID();
        sent = false;
    }

    /** Whether the request may have reached the cloud. */
    public boolean sent() {
        return sent;
    }

    /** Marks the request as one that may have reached the cloud. It must be saved before the request is sent. */
    public void sending() {
        sent = true;
    }

    /** The request was certainly not carried out. */
    public void notSent() {
        sent = false;
    }

    /** The request to stop; null when nobody has asked. */
    public StopRequest stop() {
        return stop;
    }

    /** Notes a request to stop. */
    public void stop(StopRequest request) {
        stop = request;
    }

    /** How it ended; null while it goes on. */
    public Outcome outcome() {
        return outcome;
    }

    /** Ends it. */
    public void end(Outcome end) {
        outcome = end;
    }

    /** What was said when it was saved last; never null. */
    List<String> said() {
        return said;
    }

    /** A number that grows whenever something is said; 0 before. */
    int saidNumber() {
        return saidNumber;
    }

    /** Notes what is said; perhaps nothing. */
    void say(List<String> lines) {
        said = List.copyOf(lines);
        if (!lines.isEmpty()) {
            saidNumber++;
        }
    }
}
