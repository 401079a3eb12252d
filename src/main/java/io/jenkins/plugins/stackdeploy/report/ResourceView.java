package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What a page shows of one resource.
 *
 * @param path names of nested stacks and its logical id
 * @param type its type
 * @param status its last status
 * @param tone what the status means
 * @param reason its own reason; empty when none was told
 * @param spans what was done to it, in the order of time
 */
record ResourceView(String path, String type, String status, Tone tone, String reason, List<Span> spans) {
    /**
     * Something that was done to it.
     *
     * @param status the status that it came to
     * @param tone what that means
     * @param from when it began
     * @param to when it ended; null while it goes on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Span(String status, Tone tone, Instant from, Instant to) {}
}
