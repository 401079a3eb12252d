package io.jenkins.plugins.stackdeploy.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that happened in a deployment, as {@link Recorder} keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = Entry.Reached.class, name = "reached"),
    @JsonSubTypes.Type(value = Entry.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Entry.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Entry.Resource.class, name = "resource"),
    @JsonSubTypes.Type(value = Entry.Instance.class, name = "instance"),
    @JsonSubTypes.Type(value = Entry.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Entry.LeftOut.class, name = "leftOut"),
    @JsonSubTypes.Type(value = Entry.Ended.class, name = "ended")
})
public sealed interface Entry {
    /** When it happened. */
    Instant time();

    /**
     * The deployment began.
     *
     * @param time when; the same after a restart
     * @param target what is deployed to
     * @param name the stack's or the stack set's name
     * @param region where it is
     * @param expected how many resources or instances there will be; 0 when unknown
     */
    record Begun(Instant time, Target target, String name, String region, int expected) implements Entry {}

    /** What a deployment is about. */
    enum Target {
        /** A stack of Alibaba Cloud ROS. */
        ROS_STACK,
        /** A plan for such a stack, which changes nothing. */
        ROS_PLAN,
        /** A stack set of AWS CloudFormation. */
        STACK_SET,
        /** A plan for such a stack set, which changes nothing. */
        STACK_SET_PLAN
    }

    /** Another stage began. */
    record Reached(Instant time, Stage stage) implements Entry {}

    /**
     * The cloud accepted the request.
     *
     * @param time when
     * @param action what is done, such as {@code CREATE}
     * @param id the stack's or the stack set's id
     * @param consoleUrl its page at the cloud; may be null
     */
    record Accepted(Instant time, String action, String id, String consoleUrl) implements Entry {}

    /** The stack or the operation has another status. */
    record Status(Instant time, String status) implements Entry {}

    /**
     * A resource has another status.
     *
     * @param time when, by the cloud's clock
     * @param path names of nested stacks and the resource's logical id, with slashes between
     * @param type its type
     * @param status its status
     * @param reason why; may be empty
     */
    record Resource(Instant time, String path, String type, String status, String reason) implements Entry {}

    /**
     * An instance of a stack set has another status.
     *
     * @param time when it was seen
     * @param account the account's id
     * @param region the region
     * @param status the status in the operation, such as {@code SUCCEEDED}
     * @param reason why; may be empty
     */
    record Instance(Instant time, String account, String region, String status, String reason) implements Entry {}

    /** It is known what failed and why. */
    record Failed(Instant time, FailureSummary summary) implements Entry {}

    /** So many entries were not kept, because there are too many. */
    record LeftOut(Instant time, int count) implements Entry {}

    /**
     * The deployment is over.
     *
     * @param time when
     * @param result how
     * @param message one line that says what happened
     * @param action what was done; null when nothing was decided
     * @param status the last status; null when none was seen
     * @param changed whether anything was changed
     * @param consoleUrl the page at the cloud; null when there is none
     * @param outputs the outputs by key
     */
    record Ended(
            Instant time,
            Outcome.Kind result,
            String message,
            String action,
            String status,
            boolean changed,
            String consoleUrl,
            Map<String, String> outputs)
            implements Entry {
        /**
         * The end by an outcome, whose facts name {@code action}, {@code status}, {@code changed}, {@code consoleUrl} and
         * {@code outputs} where they are known.
         *
         * @param time when
         * @param outcome how it ended
         * @return the entry
         */
        public static Ended of(Instant time, Outcome outcome) {
            Map<String, Object> facts = outcome.facts();
            Map<String, String> outputs = new LinkedHashMap<>();
            if (facts.get("outputs") instanceof Map<?, ?> given) {
                given.forEach((key, value) -> outputs.put(String.valueOf(key), String.valueOf(value)));
            }
            return new Ended(
                    time,
                    outcome.kind(),
                    outcome.message(),
                    text(facts, "action"),
                    text(facts, "status"),
                    Boolean.TRUE.equals(facts.get("changed")),
                    text(facts, "consoleUrl"),
                    outputs);
        }

        private static String text(Map<String, Object> facts, String name) {
            return facts.get(name) instanceof String text ? text : null;
        }
    }
}
