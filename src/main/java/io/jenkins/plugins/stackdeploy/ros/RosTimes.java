package io.jenkins.plugins.stackdeploy.ros;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The times of ROS: UTC, mostly without a Z, sometimes with microseconds. */
final class RosTimes {
    private RosTimes() {}

    /**
     * Reads a time.
     *
     * @param text such as {@code 2026-11-22T08:00:00}; may be null
     * @return the time; null when there is none or it cannot be read
     */
    static Instant parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String bare = text.strip();
        bare = bare.endsWith("Z") ? bare.substring(0, bare.length() - 1) : bare;
        try {
            return LocalDateTime.parse(bare).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException odd) {
            return null;
        }
    }
}
