package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Plans that nobody came back for, such as those of a controller that is no more. Each says of itself until when it is good:
 * the next plan of the stack removes those that are not, which would keep the stack's name taken or its 20 change sets used up.
 */
final class Leftovers {
    private static final String NAME = "stack-deploy-";
    private static final String UNTIL = "Jenkins Stack Deploy, until ";

    private final RosChangeSets changeSets;

    Leftovers(RosChangeSets changeSets) {
        this.changeSets = changeSets;
    }

    /** What a plan's change set says of itself. */
    static String description(Instant until) {
        return UNTIL + until;
    }

    /**
     * An expired plan.
     *
     * @param stackId the stack's id
     * @param now the time
     * @return the id of its change set; empty when there is none
     * @throws CloudException when a call failed
     */
    Optional<String> expired(String stackId, Instant now) throws CloudException {
        return changeSets.of(stackId).stream()
                .filter(each -> each.name().startsWith(NAME) && !each.isExecuted() && isOver(each, now))
                .map(RosChangeSet::id)
                .findFirst();
    }

    /** Whether an empty stack has no change set left that could fill it. */
    boolean isForsaken(String stackId) throws CloudException {
        return changeSets.of(stackId).isEmpty();
    }

    private static boolean isOver(RosChangeSet changeSet, Instant now) {
        if (!changeSet.description().startsWith(UNTIL)) {
            return false;
        }
        try {
            return !now.isBefore(Instant.parse(changeSet.description().substring(UNTIL.length())));
        } catch (DateTimeException edited) {
            return false;
        }
    }
}
