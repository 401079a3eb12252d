package io.jenkins.plugins.stackdeploy.engine;

import java.util.Objects;

/** A cloud refused or failed a call. Its message is fit to be shown: it never holds a secret, a signature or a URL. */
public class CloudException extends Exception {
    private static final long serialVersionUID = 1;

    private final FaultKind kind;
    private final String action;
    private final String code;
    private final String requestId;

    /**
     * A failed call.
     *
     * @param kind what is to be done about it
     * @param action the API action that was called, such as {@code CreateStack}
     * @param code the cloud's error code; null when there was no answer of the API
     * @param message the cloud's message, or a description of what happened
     * @param requestId the id by which the cloud's support finds the call; null when unknown
     */
    public CloudException(FaultKind kind, String action, String code, String message, String requestId) {
        super(Text.oneLine(message));
        this.kind = Objects.requireNonNull(kind);
        this.action = action;
        this.code = code;
        this.requestId = requestId;
    }

    public FaultKind kind() {
        return kind;
    }

    public String action() {
        return action;
    }

    /** The cloud's error code; null when there was no answer of the API. */
    public String code() {
        return code;
    }

    /** The id of the request at the cloud; null when unknown. */
    public String requestId() {
        return requestId;
    }

    /**
     * The whole of it in one line: action, code, message, request id.
     *
     * @return one line, never empty
     */
    public String describe() {
        StringBuilder text = new StringBuilder(action);
        if (code != null) {
            text.append(" (").append(code).append(')');
        }
        text.append(": ").append(getMessage());
        if (requestId != null) {
            text.append(" [").append(requestId).append(']');
        }
        return text.toString();
    }
}
