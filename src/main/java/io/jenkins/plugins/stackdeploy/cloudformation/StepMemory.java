package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a step of the work has found out before it had to wait for its next call. A step that is taken again after that does
 * not make the same calls again: when calls are scarce, it would use up for its first call what its second one has waited
 * for, and never come to an end.
 */
final class StepMemory {
    private final Map<String, Object> known = new HashMap<>();

    /**
     * Something that takes calls to find out.
     *
     * @param <T> what is found out
     */
    @FunctionalInterface
    interface Question<T> {
        /**
         * Finds out.
         *
         * @return the answer, not null
         * @throws CloudException when a call failed
         */
        T ask() throws CloudException;
    }

    /**
     * The answer to a question, asked once a step.
     *
     * @param key stands for the question; always the same type of answer
     * @param question asks it
     * @return the answer
     * @throws CloudException when a call failed
     */
    @SuppressWarnings("unchecked")
    <T> T once(String key, Question<T> question) throws CloudException {
        Object answer = known.get(key);
        if (answer == null) {
            answer = question.ask();
            known.put(key, answer);
        }
        return (T) answer;
    }

    /** The step is over: what comes next is to be found out anew. */
    void forget() {
        known.clear();
    }
}
