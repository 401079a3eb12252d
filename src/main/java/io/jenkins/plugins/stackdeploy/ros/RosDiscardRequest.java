package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import java.util.Optional;

/**
 * A plan that nobody will deploy.
 *
 * @param stackName the stack's name
 * @param stackId the stack's id; null when it is not known
 * @param changeSetId the change set; null when it is not known, or not even whether there is one
 * @param changeSetName the name that it has, or would have
 * @param shell whether the stack may be an empty one that the change set was made with
 * @param watchMinutes how long to try, at least 1
 */
public record RosDiscardRequest(
        String stackName, String stackId, String changeSetId, String changeSetName, boolean shell, int watchMinutes)
        implements RosRequest {

    /**
     * What a planning may have left behind.
     *
     * @param stackName the stack's name
     * @param planning how far it got
     * @param watchMinutes how long to try to remove it, at least 1
     * @return empty when there is certainly nothing left of it but perhaps a deployed stack
     */
    public static Optional<RosDiscardRequest> of(String stackName, RosOperation planning, int watchMinutes) {
        Outcome outcome = planning.outcome();
        boolean foundNothing =
                outcome != null && Boolean.FALSE.equals(outcome.facts().get("hasChanges"));
        boolean mayBeThere = planning.changeSetId != null || planning.sent();
        if (foundNothing || !mayBeThere) {
            return Optional.empty();
        }
        return Optional.of(new RosDiscardRequest(
                stackName,
                planning.stackId,
                planning.changeSetId,
                planning.token(),
                planning.action == RosOperation.Action.CREATE,
                watchMinutes));
    }
}
