package io.jenkins.plugins.stackdeploy.localcloud.ros;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as ROS writes them: UTC in whole seconds, without a zone. */
final class RosTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private RosTime() {}

    /** Returns the text, or null for null. */
    static String format(Instant time) {
        return time == null ? null : FORMAT.format(time);
    }
}
