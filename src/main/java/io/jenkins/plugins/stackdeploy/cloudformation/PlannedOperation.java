package io.jenkins.plugins.stackdeploy.cloudformation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One call that changes a stack set or its instances, and what is known of the operation that it starts. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        setterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_NULL)
final class PlannedOperation {
    /** What is called. */
    enum Kind {
        CREATE_SET(false),
        UPDATE_SET(true),
        CREATE_INSTANCES(true),
        UPDATE_INSTANCES(true),
        DELETE_INSTANCES(true),
        DELETE_SET(false);

        private final boolean operation;

        Kind(boolean operation) {
            this.operation = operation;
        }

        /** Whether the call starts an operation that has to be waited for. */
        boolean isOperation() {
            return operation;
        }
    }

    Kind kind;
    /** Made once, saved before the call is sent, and the same however often it is sent. */
    String id;
    /** What the operation is on; null for all instances, or for none. */
    Block block;
    /** How many instances it is on; 0 when that is not known. */
    int expected;
    /** The call may have reached the service. */
    boolean sent;
    /** When the service was known to have accepted it; null before. */
    Instant acceptedAt;
    /** The status that the operation ended with; null while it goes on. */
    String status;
    /** What the operation itself says of how it ended, one line without secrets; null when it says nothing. */
    String reason;
    /** How many instances failed, as the operation says. */
    int reportedFailures;
    /** How many instances failed, as its results say. */
    int failures;
    /** The first places whose failures the log has shown. */
    List<String> told = new ArrayList<>();
    /** The last status that the log has shown of a place, where it shows all; so many of them that the facts stay small. */
    Map<String, String> shown = new LinkedHashMap<>();

    private PlannedOperation() {}

    /**
     * A call that has not been sent.
     *
     * @param kind what is called
     * @param block what it is on; null for all instances, or for none
     * @param expected how many instances it is on; 0 when that is not known
     */
    PlannedOperation(Kind kind, Block block, int expected) {
        this.kind = kind;
        this.block = block;
        this.expected = expected;
        // The API takes letters, digits and hyphens, at most 128 (CloudFormation API, OperationId, ClientRequestToken).
        this.id = "stack-deploy-" + UUID.randomUUID();
    }

    /** Whether it may have failed instances. */
    boolean hasFailures() {
        return failures > 0 || reportedFailures > 0;
    }

    /** Whether the service did what was asked for. */
    boolean succeeded() {
        return OperationStatus.SUCCEEDED.name().equals(status);
    }
}
