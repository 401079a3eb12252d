package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.PlannedOperation.Kind;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;

/** What it means for work on a stack set that somebody stops the build: leave it or stop it, depending on how far it is. */
final class StackSetStopping {
    private static final Duration STOPPING_TAKES_AT_MOST = Duration.ofMinutes(10);

    private final StackSetWork work;
    private final StackSetFacts facts;

    StackSetStopping(StackSetWork work) {
        this.work = work;
        this.facts = work.facts;
    }

    /**
     * The turn of work that was asked to stop.
     *
     * @return the end or the next turn; empty to go on as if nothing had happened
     * @throws CloudException when a call failed; taken again if the reason passes
     * @throws IOException when the facts could not be saved
     */
    Optional<Turn> turn() throws CloudException, IOException {
        return switch (facts.phase) {
            case DECIDE, OTHERS -> notGoingOn();
            case SUBMIT -> beforeAnOperation(facts.now());
            case WATCH -> during(facts.now());
            // The operation has ended: what is left is to tell how.
            case RESULTS, SETTLE -> Optional.empty();
        };
    }

    private Optional<Turn> notGoingOn() {
        return end(
                facts.submittedAt() == null ? Messages.Stop_nothingSent(work.name) : Messages.Stop_between(work.name));
    }

    /** A call whose answer was lost may have arrived; one that has not is not sent again, as nobody wants it any longer. */
    private Optional<Turn> beforeAnOperation(PlannedOperation planned) throws CloudException, IOException {
        if (planned.sent && planned.kind.isOperation()) {
            if (work.client().operation(work.name, planned.id, work.callAs()).isPresent()) {
                planned.acceptedAt = work.now();
                if (facts.submittedAt() == null) {
                    facts.submitted(work.now());
                }
                return Optional.of(work.go(Phase.WATCH));
            }
        } else if (planned.sent && planned.kind == Kind.CREATE_SET && isThere()) {
            facts.submitted(work.now());
            return end(Messages.Stop_setCreated(work.name));
        }
        return notGoingOn();
    }

    private boolean isThere() throws CloudException {
        return work.client().describe(work.name, work.callAs()).isPresent();
    }

    private Optional<Turn> during(PlannedOperation planned) throws CloudException, IOException {
        if (!facts.stop().cancel()) {
            return end(Messages.Stop_left(work.name, planned.id));
        }
        if (work.now().isAfter(facts.stop().at().plus(STOPPING_TAKES_AT_MOST))) {
            return end(Messages.Stop_slow(work.name, planned.id));
        }
        return facts.stopping ? Optional.empty() : cancel(planned);
    }

    private Optional<Turn> cancel(PlannedOperation planned) throws CloudException, IOException {
        try {
            work.client().stop(work.name, planned.id, work.callAs());
            work.say(Messages.Stop_stopping(planned.id));
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            if (goesOn(planned)) {
                return end(Messages.Stop_cannot(work.name, planned.id, failed.describe()));
            }
        }
        facts.stopping = true;
        work.save();
        return Optional.of(Turn.NOW);
    }

    /** An operation that ends by itself at the same moment, or is being stopped already, cannot be stopped and need not be. */
    private boolean goesOn(PlannedOperation planned) throws CloudException {
        return work.client()
                .operation(work.name, planned.id, work.callAs())
                .map(StackSetOperation::statusAsString)
                .filter(status -> OperationStatus.of(status)
                        .map(known -> !known.isEnd() && known != OperationStatus.STOPPING)
                        .orElse(true))
                .isPresent();
    }

    private Optional<Turn> end(String message) {
        return Optional.of(work.end(Outcome.Kind.ABORTED, message, work.result()));
    }
}
