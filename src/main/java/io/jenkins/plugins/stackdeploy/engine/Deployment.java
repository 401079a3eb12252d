package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;
import java.util.Optional;

/**
 * Something that is being done at a cloud, as a state machine. Each call of {@link #advance} takes it a step further and
 * returns; everything that must survive a crash is in {@link #operation()} and saved before anything is done that
 * relies on it. A step that failed for a passing reason is simply taken again.
 */
public interface Deployment {
    /**
     * The saved facts.
     *
     * @return always the same object
     */
    Operation operation();

    /**
     * With whom it shares calls and looks.
     *
     * @return the group, always the same
     */
    GroupKey group();

    /**
     * What may be looked at on its behalf before the next step.
     *
     * @return the id of what is being waited for, or empty
     */
    Optional<String> sharedLook();

    /**
     * Whether a shared look helps although nobody else looks at the same thing.
     *
     * @return as {@link Wait#sharesCalls()}
     */
    default boolean sharesCalls() {
        return true;
    }

    /**
     * Looks for the group.
     *
     * @return the looker
     * @throws CloudException when the credentials cannot be had
     */
    Looker looker() throws CloudException;

    /**
     * Takes the next step. Ends by giving {@link #operation()} an outcome.
     *
     * @param look what a shared look saw; null when there was none
     * @return when to come again
     * @throws CloudException when a call failed; taken again later if the reason passes, else the end
     * @throws IOException when the facts could not be saved; taken again later
     * @throws OverBudgetException when a call had to wait; taken again later
     */
    Turn advance(Look look) throws CloudException, IOException;

    /**
     * What to say when a call failed for good.
     *
     * @param failure why
     * @return the outcome, a failure
     */
    Outcome failed(CloudException failure);

    /**
     * What to say when the deadline has passed.
     *
     * @return the outcome, a failure
     */
    Outcome overdue();

    /**
     * What it waits for, in one line.
     *
     * @return such as "stack web: UPDATE_IN_PROGRESS, 12 of 40 done"; never a secret
     */
    String standing();
}
