package io.jenkins.plugins.stackdeploy.localcloud;

import io.jenkins.plugins.stackdeploy.localcloud.stack.StackState;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackStore;
import java.time.Instant;
import java.util.List;

/**
 * A stack in short, for tests and the administration.
 *
 * @param stackId its id
 * @param stackName its name
 * @param accountId its owner
 * @param regionId its region
 * @param parentId the stack that it is nested in, or null
 * @param status its status now, not what a stale read shows
 * @param operations how many operations it has seen
 */
public record StackSummary(
        String stackId,
        String stackName,
        String accountId,
        String regionId,
        String parentId,
        String status,
        int operations) {

    static List<StackSummary> of(StackStore store, Instant now) {
        return store.families().stream()
                .flatMap(family -> family.stacks().stream())
                .filter(stack -> !stack.createdAt().isAfter(now))
                .map(stack -> {
                    StackState state = stack.at(now);
                    return new StackSummary(
                            stack.id(),
                            stack.name(),
                            stack.accountId(),
                            stack.regionId(),
                            stack.parentId(),
                            state.status(),
                            stack.operations().size());
                })
                .toList();
    }
}
