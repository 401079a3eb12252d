package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Watches one operation on a stack until its end, and shows its events. */
final class StackWatch {
    private static final Duration APPEARS_WITHIN = Duration.ofSeconds(30);
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

    private final RosWork work;
    private final RosOperation operation;
    private final EventFeed feed;
    private final ProgressLog progress;
    private final OperationEnd end;
    private String lastStatus = "";
    private Instant lastSign;

    /**
     * A watch of what is under way.
     *
     * @param work whose operation it is; its stack's id is known
     */
    StackWatch(RosWork work) {
        this.work = work;
        this.operation = work.operation;
        this.feed = new EventFeed(work.client(), operation.events, operation.stackId, work.stackName);
        this.progress = new ProgressLog(
                work.context, work.detail(), feed, operation.stackId, work.stackName, work.resourceCount());
        this.end = new OperationEnd(operation, work.context.clock(), work.mayRollBack());
    }

    EventFeed feed() {
        return feed;
    }

    /** The status that the last look saw; empty before the first. */
    String lastStatus() {
        return lastStatus;
    }

    /** What is done so far, in a few words. */
    String counts() {
        return progress.counts();
    }

    /**
     * Takes in what a look saw.
     *
     * @param seen the stack; empty when there is none
     * @return the status that the operation ended with; empty while it goes on
     * @throws IOException when the facts could not be saved
     */
    Optional<String> look(Optional<RosStack> seen) throws IOException {
        if (seen.isEmpty()) {
            return mayYetAppear() ? Optional.empty() : Optional.of(RosStatus.DELETE_COMPLETE.name());
        }
        RosStack stack = seen.get();
        news(stack);
        Optional<String> overtaken = feed.overtaken();
        if (overtaken.isPresent()) {
            work.say(Messages.Watch_overtaken(work.stackName, overtaken.get()));
            return overtaken;
        }
        if (isOver(stack)) {
            return Optional.of(stack.status());
        }
        signOfLife(stack);
        return Optional.empty();
    }

    /** A look may lag so far behind an accepted request that it does not show the new stack. */
    private boolean mayYetAppear() {
        return operation.action != RosOperation.Action.DELETE
                && lastStatus.isEmpty()
                && work.running().compareTo(APPEARS_WITHIN) < 0;
    }

    /** Shows new events, as far as the budget allows: what cannot be read now is read later, at the end at the latest. */
    private void news(RosStack stack) throws IOException {
        boolean moved = !stack.status().equals(lastStatus);
        lastStatus = stack.status();
        if (moved) {
            work.record(new Entry.Status(work.now(), stack.status()));
            work.pace.news();
        }
        try {
            if (progress.show(feed.read())) {
                lastSign = work.now();
                work.pace.news();
                work.save();
            }
        } catch (OverBudgetException later) {
            return;
        } catch (CloudException failed) {
            progress.unread(failed);
        }
    }

    /**
     * Reads events to the end, so that no reason is lost, and learns from them whether the final status is that of this
     * operation.
     *
     * @throws CloudException when a call failed for a passing reason
     * @throws IOException when the facts could not be saved
     */
    void readLast() throws CloudException, IOException {
        try {
            if (progress.show(feed.readLast())) {
                work.save();
            }
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            if (failed.kind() != FaultKind.NOT_FOUND) {
                progress.unread(failed);
            }
        }
        Optional<String> overtaken = feed.overtaken();
        if (overtaken.isPresent() && !overtaken.get().equals(operation.finalStatus)) {
            work.say(Messages.Watch_overtaken(work.stackName, overtaken.get()));
            operation.finalStatus = overtaken.get();
        }
    }

    private boolean isOver(RosStack stack) {
        if (stack.phase() == null) {
            progress.unknown(stack.status());
            return false;
        }
        boolean over = end.isReached(stack, feed);
        if (!over && end.isInDoubt()) {
            work.pace.news();
        }
        return over;
    }

    private void signOfLife(RosStack stack) {
        Instant now = work.now();
        if (lastSign == null) {
            lastSign = now;
        }
        if (Duration.between(lastSign, now).compareTo(SIGN_OF_LIFE) >= 0) {
            lastSign = now;
            work.say(Messages.Watch_still(stack.status(), Durations.tell(work.running()), progress.pending()));
        }
    }
}
