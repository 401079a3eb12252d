package io.jenkins.plugins.stackdeploy.localcloud.wire;

/** An answer that the cloud gives instead of a result: an HTTP status, a code for programs and a message for people. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * @param status HTTP status, 400 to 599
     * @param code what clients match on, such as {@code StackNotFound}
     * @param message what people read
     */
    public ApiError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /**
     * The answer to a parameter whose value the API does not take.
     *
     * @param name the parameter as the client spelled it
     * @param why the rule that it breaks
     * @return an InvalidParameter error, HTTP 400
     */
    public static ApiError invalidParameter(String name, String why) {
        return new ApiError(400, "InvalidParameter", "The specified parameter " + name + " is invalid: " + why);
    }

    /** Returns the HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** Returns what clients match on, never null. */
    public String code() {
        return code;
    }
}
