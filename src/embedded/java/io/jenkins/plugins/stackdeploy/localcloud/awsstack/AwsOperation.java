package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A submitted operation with its whole course, past and future. */
public final class AwsOperation {
    /** What an operation does. */
    public enum Kind {
        /** Makes the stack. */
        CREATE,
        /** Changes the stack. */
        UPDATE,
        /** Deletes the stack. */
        DELETE
    }

    private final Kind kind;
    private final Instant submittedAt;
    private final String token;
    private final String digest;
    private final AwsRevision target;
    private final List<AwsEvent> events = new ArrayList<>();
    private ArrayNode outputs;

    /**
     * @param token the ClientRequestToken, or null
     * @param digest hash of what was asked for, to recognise a repeated token
     * @param target what the stack is meant to become; null for a delete
     */
    public AwsOperation(Kind kind, Instant submittedAt, String token, String digest, AwsRevision target) {
        this.kind = kind;
        this.submittedAt = submittedAt;
        this.token = token;
        this.digest = digest;
        this.target = target;
    }

    /** For Jackson, which then fills the fields. */
    private AwsOperation() {
        this(null, null, null, null, null);
    }

    /** Returns what it does. */
    public Kind kind() {
        return kind;
    }

    /** Returns when it was submitted. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** Returns its ClientRequestToken, or null. */
    public String token() {
        return token;
    }

    /** Returns the hash of what was asked for, or null. */
    public String digest() {
        return digest;
    }

    /** Returns what the stack is meant to become; null for a delete. */
    public AwsRevision target() {
        return target;
    }

    /** Returns the outputs that the stack has after success, or null. */
    public ArrayNode outputs() {
        return outputs;
    }

    void outputs(ArrayNode computed) {
        this.outputs = computed;
    }

    /** Returns its course in order of time. */
    public List<AwsEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** Returns when the last of its events happens. */
    public Instant endsAt() {
        return events.isEmpty() ? submittedAt : events.get(events.size() - 1).at();
    }

    /** Adds an event where its time puts it, behind others of the same time. */
    void add(AwsEvent event) {
        int place = events.size();
        while (place > 0 && events.get(place - 1).at().isAfter(event.at())) {
            place--;
        }
        events.add(place, event);
    }

    /** Changes its pace so that its last event happens at a given moment. */
    void stretchTo(Instant end) {
        Duration planned = Duration.between(submittedAt, endsAt());
        double factor =
                planned.isZero() ? 0 : Duration.between(submittedAt, end).toNanos() / (double) planned.toNanos();
        events.replaceAll(event -> event.at(submittedAt.plusNanos(
                (long) (Duration.between(submittedAt, event.at()).toNanos() * factor))));
        events.set(events.size() - 1, events.get(events.size() - 1).at(end));
    }

    /** Forgets what would have happened after a moment. */
    void cutAfter(Instant moment) {
        events.removeIf(event -> event.at().isAfter(moment));
    }
}
