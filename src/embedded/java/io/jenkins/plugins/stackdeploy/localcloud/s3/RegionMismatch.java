package io.jenkins.plugins.stackdeploy.localcloud.s3;

/** How S3 answers a request that was signed for another region than the bucket's; both ways occur. */
public enum RegionMismatch {
    /** HTTP 301, as regional endpoints answer. */
    PERMANENT_REDIRECT(
            301,
            "PermanentRedirect",
            "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future"
                    + " requests to this endpoint."),
    /** HTTP 400, as the global endpoint answers. */
    AUTHORIZATION_HEADER_MALFORMED(
            400,
            "AuthorizationHeaderMalformed",
            "The authorization header is malformed; the region '%s' is wrong; expecting '%s'");

    private final int status;
    private final String code;
    private final String message;

    RegionMismatch(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String message(String signed, String expected) {
        return message.formatted(signed, expected);
    }
}
