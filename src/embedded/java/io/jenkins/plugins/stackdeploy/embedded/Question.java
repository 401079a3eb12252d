package io.jenkins.plugins.stackdeploy.embedded;

import io.jenkins.plugins.stackdeploy.approval.GateResource;
import io.jenkins.plugins.stackdeploy.embedded.steps.InputExecution;
import java.util.List;
import java.util.Map;

/** Something that a build asks and waits for. */
public interface Question {
    /** What is asked, with the words for yes and no. */
    String text();

    /** @throws SecurityException if this user may not answer, or not so; it says why */
    void yes(String user);

    /** @throws SecurityException if this user may not answer, or not so; it says why */
    void no(String user);

    /** Who could be asked, besides whoever started the build. */
    default List<String> others() {
        return List.of();
    }

    /** The question of an {@code input} step. */
    static Question of(InputExecution input) {
        return new Question() {
            @Override
            public String text() {
                return input.message() + " (" + input.ok() + " or abort)";
            }

            @Override
            public void yes(String user) {
                input.proceed(user, Map.of());
            }

            @Override
            public void no(String user) {
                input.abort(user);
            }
        };
    }

    /** The question of a {@code manualGate} step. */
    static Question of(GateResource gate) {
        return new GateQuestion(gate);
    }
}
