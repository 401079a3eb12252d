package io.jenkins.plugins.stackdeploy.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.gate.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what somebody sends with a decision. */
final class AnswerBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 256 * 1024;

    private AnswerBody() {}

    /** The body is not what is expected. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        private UnreadableException(int status, String message) {
            super(message);
            this.status = status;
        }

        /** The status to answer with. */
        int status() {
            return status;
        }
    }

    static Answer read(HttpServletRequest request) throws IOException, UnreadableException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length == 0) {
            return Answer.PLAIN;
        }
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableException(JsonAnswer.TOO_LARGE, Messages.Body_tooLarge(String.valueOf(MOST_BYTES)));
        }
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new UnreadableException(JsonAnswer.UNSUPPORTED, Messages.Body_type());
        }
        try {
            return answer(JSON.readTree(bytes));
        } catch (JsonProcessingException odd) {
            throw unreadable();
        }
    }

    private static UnreadableException unreadable() {
        return new UnreadableException(JsonAnswer.BAD_REQUEST, Messages.Body_unreadable());
    }

    private static Answer answer(JsonNode body) throws UnreadableException {
        JsonNode comment = body.path("comment");
        JsonNode checklist = body.path("checklist");
        JsonNode parameters = body.path("parameters");
        boolean readable = body.isObject()
                && (isAbsent(comment) || comment.isTextual())
                && (isAbsent(checklist) || checklist.isArray())
                && (isAbsent(parameters) || parameters.isObject());
        if (!readable) {
            throw unreadable();
        }
        List<String> checked = new ArrayList<>();
        checklist.forEach(item -> checked.add(item.asText()));
        Map<String, String> values = new LinkedHashMap<>();
        parameters.fields().forEachRemaining(each -> {
            if (!each.getValue().isNull()) {
                values.put(each.getKey(), each.getValue().asText());
            }
        });
        return new Answer(comment.isTextual() ? comment.asText() : null, checked, values);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
