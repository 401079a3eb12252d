package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultWords;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;

/** Errors that every AWS service answers with. Codes and HTTP statuses: the common errors of the API references. */
public final class AwsErrors {
    /** The errors that faults order. */
    public static final FaultWords WORDS = new FaultWords(
            () -> new ApiError(
                    500,
                    "InternalFailure",
                    "The request processing has failed because of an unknown error, exception or failure."),
            () -> new ApiError(
                    503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
            () -> new ApiError(400, "Throttling", "Rate exceeded"));

    private AwsErrors() {}

    /** Returns the answer to an input that breaks a rule, HTTP 400. */
    public static ApiError validation(String message) {
        return new ApiError(400, "ValidationError", message);
    }

    /** Returns the answer to an input that breaks a constraint of the published model, HTTP 400. */
    public static ApiError constraint(String member, String rule) {
        return validation(
                "1 validation error detected: Value at '" + member + "' failed to satisfy constraint: " + rule);
    }

    /** Returns the answer to a signature that is not the one that the key would make. */
    static ApiError signatureMismatch() {
        return signatureMismatch("The request signature we calculated does not match the signature you provided. Check"
                + " your AWS Secret Access Key and signing method. Consult the service documentation for details.");
    }

    /** Returns the answer to a signature that cannot be right, whatever the key. */
    static ApiError signatureMismatch(String message) {
        return new ApiError(403, "SignatureDoesNotMatch", message);
    }
}
