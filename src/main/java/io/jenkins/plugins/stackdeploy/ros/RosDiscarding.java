package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Removes a plan that nobody will deploy: its change set, and the empty stack that it was made with. A plan that is gone, or
 * was deployed, is left as it is, which is a success.
 */
public final class RosDiscarding extends RosWork {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final RosDiscardRequest request;

    /**
     * A removal, new or interrupted.
     *
     * @param context what to work with
     * @param operation its facts, empty for a new one
     * @param request what is asked for
     */
    public RosDiscarding(RosContext context, RosOperation operation, RosDiscardRequest request) {
        super(context, operation, request.stackName());
        this.request = request;
    }

    /** It tidies up: nothing that people wait for. */
    @Override
    Optional<Entry.Target> recordedAs() {
        return Optional.empty();
    }

    @Override
    public Optional<String> sharedLook() {
        return Optional.empty();
    }

    @Override
    Turn reconcile() throws CloudException, IOException {
        if (operation.changeSetId == null && !isFound()) {
            return gone();
        }
        return switch (new ChangeSetRemoval(client()).turn(operation.changeSetId, operation.stackId, request.shell())) {
            case GOES_ON -> Turn.after(LOOK);
            case GONE -> gone();
            case EXECUTED -> end(Outcome.Kind.SUCCESS, Messages.Discard_executed(stackName), facts());
        };
    }

    /** A change set whose making was never answered is found by its name, if there is one. */
    private boolean isFound() throws CloudException, IOException {
        String stackId = request.stackId() == null
                ? client().find(stackName).map(RosStack::id).orElse(null)
                : request.stackId();
        Optional<RosChangeSet> found = request.changeSetId() != null || stackId == null
                ? Optional.empty()
                : new RosChangeSets(client()).named(stackId, request.changeSetName());
        operation.stackId = stackId;
        operation.changeSetId =
                request.changeSetId() == null ? found.map(RosChangeSet::id).orElse(null) : request.changeSetId();
        save();
        return operation.changeSetId != null;
    }

    private Turn gone() {
        say(Messages.Discard_done(stackName));
        return end(Outcome.Kind.SUCCESS, Messages.Discard_done(stackName), facts());
    }

    @Override
    Turn submit() {
        throw new IllegalStateException("nothing to submit");
    }

    @Override
    Turn settle() {
        throw new IllegalStateException("nothing to settle");
    }

    @Override
    String notDone(String why) {
        return Messages.Plan_notRemoved(stackName, request.changeSetId(), why);
    }
}
