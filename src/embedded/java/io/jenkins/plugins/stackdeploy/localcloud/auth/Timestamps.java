package io.jenkins.plugins.stackdeploy.localcloud.auth;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads the signing time of a request. */
final class Timestamps {
    private Timestamps() {}

    static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ApiError(
                    400,
                    "InvalidTimeStamp.Format",
                    "Specified time stamp or date value is not well formatted: use YYYY-MM-DDThh:mm:ssZ.");
        }
    }
}
