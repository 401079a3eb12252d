package io.jenkins.plugins.stackdeploy.embedded;

import io.jenkins.plugins.stackdeploy.embedded.steps.InputExecution;
import java.util.Map;

/** Something that a build asks and waits for. */
public interface Question {
    /** What is asked, with the words for yes and no. */
    String text();

    /** @throws SecurityException if this user may not answer */
    void yes(String user);

    /** @throws SecurityException if this user may not answer */
    void no(String user);

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
}
