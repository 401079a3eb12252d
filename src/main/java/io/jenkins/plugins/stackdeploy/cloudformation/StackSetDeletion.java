package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/** Deletes all instances of a stack set, then the stack set. Its name being free is success, however that came about. */
final class StackSetDeletion extends StackSetWork {
    private static final Targeting EVERYTHING = new Targeting(null, List.of());

    private final StackSetDeleteRequest request;

    StackSetDeletion(StackSetContext context, StackSetFacts facts, StackSetDeleteRequest request) {
        super(context, facts, request);
        this.request = request;
    }

    @Override
    Targeting targeting() {
        return EVERYTHING;
    }

    @Override
    StackSetTemplate template() {
        return null;
    }

    @Override
    Turn absent() {
        facts.action = StackSetFacts.Action.DELETE;
        if (facts.submittedAt() != null) {
            return done();
        }
        facts.stackSetId = null;
        String message = Messages.Delete_absent(name, group().region());
        say(message);
        return end(Outcome.Kind.SUCCESS, message, result());
    }

    @Override
    Turn decide(StackSet live, List<Instance> all) throws IOException {
        CallPlan plan = CallPlan.toDelete(all);
        say(Messages.Delete_begins(name, group().region(), plan.words()));
        if (request.retainStacks() && !all.isEmpty()) {
            say(Messages.Delete_retains());
        }
        return begin(plan, StackSetFacts.Action.DELETE);
    }

    @Override
    Submission.Call prepare(PlannedOperation planned) {
        return switch (planned.kind) {
            case DELETE_INSTANCES -> submission.deleteInstances(planned, request.retainStacks());
            case DELETE_SET -> submission.deleteSet();
            case CREATE_SET, UPDATE_SET, CREATE_INSTANCES, UPDATE_INSTANCES ->
                throw new IllegalStateException("a deletion deletes only");
        };
    }

    @Override
    Turn done() {
        inventory.forget();
        String message = Messages.Delete_done(name, Durations.tell(sinceBegin()));
        say(message);
        return end(Outcome.Kind.SUCCESS, message, result());
    }

    @Override
    boolean isProvenByOperations() {
        return true;
    }

    @Override
    String notDone(String why) {
        return Messages.Failed_notDeleted(name, why);
    }
}
