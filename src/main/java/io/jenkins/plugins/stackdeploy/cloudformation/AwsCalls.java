package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.CallBudget;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Priority;
import io.jenkins.plugins.stackdeploy.engine.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Calls of one account and region, taken from two budgets: one for what only reads, one for what changes something. AWS
 * publishes no limits for these actions; throttling, when it comes, makes the budgets smaller.
 */
final class AwsCalls {
    /** Of how many calls one may change something. */
    private static final int READS_FOR_A_WRITE = 5;

    private final GroupKey group;
    private final AwsCredentialsProvider credentials;
    private final Budgets budgets;
    private final int readsPerMinute;

    /**
     * The calls of a group.
     *
     * @param group the account and region
     * @param credentials what calls are signed with
     * @param budgets the controller's budgets
     * @param readsPerMinute at least 1; a fifth of them, but one at least, may be calls that change something
     */
    AwsCalls(GroupKey group, AwsCredentialsProvider credentials, Budgets budgets, int readsPerMinute) {
        this.group = group;
        this.credentials = credentials;
        this.budgets = budgets;
        this.readsPerMinute = readsPerMinute;
    }

    GroupKey group() {
        return group;
    }

    /** What each wait of the group gets. */
    Share share() {
        return budgets.share(group);
    }

    /** How long to wait until the next look; each is at one operation. */
    Duration pause(Duration alone) {
        return share().pause(alone, 1, readsPerMinute);
    }

    boolean mayReadResults(Instant last) {
        return share().takeEvents(last, readsPerMinute);
    }

    <T> T read(String action, Supplier<T> call) throws CloudException {
        return read(action, Priority.STATUS, call);
    }

    <T> T read(String action, Priority priority, Supplier<T> call) throws CloudException {
        return make(action, budgets.of(group, "reads", readsPerMinute), priority, call);
    }

    <T> T write(String action, Supplier<T> call) throws CloudException {
        CallBudget writes = budgets.of(group, "writes", Math.max(1, readsPerMinute / READS_FOR_A_WRITE));
        return make(action, writes, Priority.WRITE, call);
    }

    private <T> T make(String action, CallBudget budget, Priority priority, Supplier<T> call) throws CloudException {
        budget.take(priority);
        requireCredentials(credentials);
        try {
            return call.get();
        } catch (SdkException failed) {
            CloudException explained = StackSetErrors.explain(action, failed);
            // Taking on a role may be throttled too; that says nothing of this action's limit.
            if (explained.kind() == FaultKind.THROTTLED && explained.action().equals(action)) {
                budget.throttled();
            }
            throw explained;
        }
    }

    /** Asked for before the call that needs them, so that it is told apart who refused what. */
    static void requireCredentials(AwsCredentialsProvider credentials) throws CloudException {
        try {
            credentials.resolveCredentials();
        } catch (SdkException unavailable) {
            throw StackSetErrors.withoutCredentials(unavailable);
        }
    }
}
