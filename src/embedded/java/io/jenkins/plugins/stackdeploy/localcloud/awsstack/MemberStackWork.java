package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.MemberStacks;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureBook;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureRule;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Pace;
import java.util.Set;

/** The stacks of stack instances: ordinary stacks whose work takes exactly as long and ends as their stack set says. */
public final class MemberStackWork implements MemberStacks {
    private static final Set<String> TO_BE_CREATED =
            Set.of("REVIEW_IN_PROGRESS", "ROLLBACK_COMPLETE", "DELETE_COMPLETE");

    private final AwsStackStore store;

    /** Keeps the stacks among others. */
    public MemberStackWork(AwsStackStore store) {
        this.store = store;
    }

    @Override
    public void begin(Work work) {
        AwsStack stack = store.byId(work.stackId());
        if (stack == null) {
            stack = new AwsStack(
                    work.stackId(),
                    work.stackName(),
                    work.accountId(),
                    work.region(),
                    work.startsAt(),
                    AwsSettings.defaults());
        }
        boolean known = stack.operations().stream()
                .anyMatch(operation -> work.operationId().equals(operation.token())
                        && operation.submittedAt().equals(work.startsAt()));
        AwsOperation.Kind kind = kind(stack, work);
        if (known || idle(stack, kind, work)) {
            return;
        }
        AwsRevision target = kind == AwsOperation.Kind.DELETE ? null : revision(work);
        stack.operations().add(new AwsOperation(kind, work.startsAt(), work.operationId(), null, target));
        plan(stack, kind, work);
        stack.lastOperation().stretchTo(work.endsAt());
        store.save(stack);
    }

    private static AwsOperation.Kind kind(AwsStack stack, Work work) {
        AwsOperation.Kind kind = AwsOperation.Kind.valueOf(work.action().name());
        String status = stack.at(work.startsAt()).status();
        return kind == AwsOperation.Kind.UPDATE && TO_BE_CREATED.contains(status) ? AwsOperation.Kind.CREATE : kind;
    }

    private static AwsRevision revision(Work work) {
        return new AwsRevision(work.templateBody(), work.parameters(), work.tags());
    }

    /** A stack that is as wanted already is left alone. */
    private static boolean idle(AwsStack stack, AwsOperation.Kind kind, Work work) {
        AwsSnapshot state = stack.at(work.startsAt());
        return switch (kind) {
            case CREATE -> false;
            case UPDATE -> work.failure() == null && !UpdateStack.changesAnything(stack, state, revision(work));
            case DELETE -> stack.operations().isEmpty() || state.deleted();
        };
    }

    private static void plan(AwsStack stack, AwsOperation.Kind kind, Work work) {
        FailureBook failures = new FailureBook();
        if (work.failure() != null) {
            FailOn on = FailOn.valueOf(kind.name());
            failures.add(new FailureRule(
                    "*", work.failure().logicalId(), on, work.failure().reason()));
        }
        Workshop shop = new Workshop(new Pace(1), failures, false);
        switch (kind) {
            case CREATE -> StackPlan.create(shop, stack);
            case UPDATE -> StackPlan.update(shop, stack);
            case DELETE -> StackPlan.delete(shop, stack, Set.of());
        }
        boolean failed = stack.lastOperation().events().stream().anyMatch(AwsEvent::failed);
        if (work.failure() != null && !failed) {
            StackPlan.failAsAWhole(stack, work.failure().reason());
        }
    }
}
