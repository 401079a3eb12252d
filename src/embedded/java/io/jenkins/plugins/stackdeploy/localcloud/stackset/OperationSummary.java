package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.time.Instant;

/**
 * An operation in short, for tests and the administration.
 *
 * @param stackSetName its set
 * @param operationId its id
 * @param action what it does to instances
 * @param status its status now
 * @param createdAt when it was accepted
 * @param targets how many instances it is about
 * @param failed how many of them have failed by now
 */
public record OperationSummary(
        String stackSetName,
        String operationId,
        OperationAction action,
        OperationStatus status,
        Instant createdAt,
        int targets,
        int failed) {

    static OperationSummary of(StackSetRecord set, StackSetOperation operation, Instant now) {
        return new OperationSummary(
                set.name(),
                operation.id(),
                operation.draft().action(),
                operation.status(now),
                operation.createdAt(),
                operation.draft().targets().size(),
                (int) operation.failed(now));
    }
}
