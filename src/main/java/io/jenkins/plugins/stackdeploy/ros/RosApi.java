package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.time.Instant;
import java.util.Map;

/** One call of an RPC-style API of Alibaba Cloud. One attempt: whoever calls decides whether to call again. */
public interface RosApi {
    /**
     * An answer.
     *
     * @param body the JSON object that was answered
     * @param date the service's own time, to the second; null when it did not tell
     */
    record Answer(JsonNode body, Instant date) {}

    /**
     * Calls once.
     *
     * @param action such as {@code GetStack}
     * @param query parameters, lists already numbered ({@code Tags.1.Key})
     * @param body parameters that are sent as a form because they are long, such as {@code TemplateBody}
     * @return the answer to a request that succeeded
     * @throws CloudException for everything else; its message holds no secret
     */
    Answer call(String action, Map<String, String> query, Map<String, String> body) throws CloudException;
}
