package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far the events of an operation have been shown. Saved. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
final class EventCursor {
    /** The service's time when the stack was last seen at rest: earlier events belong to earlier operations. */
    Instant since;
    /** The status of the stack's own event with which the operation begins; null when every event belongs to it. */
    String firstStatus;
    /** That event's id and time, once it was seen. */
    String firstId;

    Instant firstTime;
    /** The time of the latest event shown. */
    Instant latest;
    /** The ids of the events shown lately, with their times: late ones may come in between. */
    Map<String, Instant> shown = new LinkedHashMap<>();

    /** Whether the operation is known to have begun. */
    boolean begun() {
        return firstStatus == null || firstId != null;
    }
}
