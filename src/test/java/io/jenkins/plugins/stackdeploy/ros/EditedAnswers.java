package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.Map;
import java.util.function.Consumer;

/** Changes answers on their way, for behaviour of the service that the local one does not have. */
final class EditedAnswers implements RosApi {
    private final RosApi api;
    private final Map<String, Consumer<ObjectNode>> edits;

    /**
     * An API.
     *
     * @param api answers
     * @param edits what to change in the answers, by action
     */
    EditedAnswers(RosApi api, Map<String, Consumer<ObjectNode>> edits) {
        this.api = api;
        this.edits = edits;
    }

    /** An edit of each stack that GetStack and ListStacks tell of. */
    static Map<String, Consumer<ObjectNode>> ofStacks(Consumer<ObjectNode> edit) {
        return Map.of("GetStack", edit, "ListStacks", each("Stacks", edit));
    }

    static Consumer<ObjectNode> each(String list, Consumer<ObjectNode> edit) {
        return answer -> answer.path(list).forEach(item -> edit.accept((ObjectNode) item));
    }

    @Override
    public Answer call(String action, Map<String, String> query, Map<String, String> body) throws CloudException {
        Answer answer = api.call(action, query, body);
        JsonNode edited = answer.body().deepCopy();
        edits.getOrDefault(action, unedited -> {}).accept((ObjectNode) edited);
        return new Answer(edited, answer.date());
    }
}
