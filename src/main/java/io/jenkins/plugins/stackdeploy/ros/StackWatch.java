package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import io.jenkins.plugins.stackdeploy.engine.Priority;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Watches one operation on a stack until its end, and shows its events. */
final class StackWatch {
    private static final Duration APPEARS_WITHIN = Duration.ofSeconds(30);
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);
    /** Of so many looks at the events one is at the status all the same: that events tell the end is not promised. */
    private static final int LOOKS_AT_EVENTS = 5;

    /** So often in a row events may tell nothing before they are no longer looked at alone. */
    private static final int MOST_IN_VAIN = 3;

    private static final Duration EVENTS_OF_FAILURES = Duration.ofMinutes(1);

    private final RosWork work;
    private final RosOperation operation;
    private final EventFeed feed;
    private final ProgressLog progress;
    private final OperationEnd end;
    private final Looks looks;
    private String lastStatus = "";
    private String lastUpdate;
    private Instant eventsRead;
    private int looksAtEvents;
    private int inVain;
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
        this.looks = new Looks(work);
    }

    EventFeed feed() {
        return feed;
    }

    /** The status that the last look saw; empty before the first. */
    String lastStatus() {
        return lastStatus;
    }

    /** Waits for the next look. */
    Turn again() {
        return looks.again(work.resourceCount(), progress.finished());
    }

    /**
     * Whether the next look is at the events alone. They tell when the operation ends, too; without company to share looks at
     * the status with, that saves every other call.
     */
    boolean goesByEvents() {
        return work.client().alone()
                && operation.stop() == null
                && looksAtEvents < LOOKS_AT_EVENTS
                && inVain < MOST_IN_VAIN;
    }

    /**
     * Looks at the events alone.
     *
     * @return whether they tell that the operation goes on; otherwise the status has to be looked at
     * @throws IOException when the facts could not be saved
     */
    boolean goesOnByEvents() throws IOException {
        looksAtEvents++;
        inVain++;
        if (!readEvents(Priority.STATUS)) {
            return false;
        }
        Optional<RosEvent> own = feed.own().filter(RosEvent::isInProgress);
        if (own.isEmpty() || feed.overtaken().isPresent()) {
            return false;
        }
        inVain = 0;
        operation.seenRunning = true;
        moved(own.get().status());
        signOfLife();
        return true;
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
        signOfLife();
        return Optional.empty();
    }

    /** A look may lag so far behind an accepted request that it does not show the new stack. */
    private boolean mayYetAppear() {
        return operation.action != RosOperation.Action.DELETE
                && lastStatus.isEmpty()
                && work.running().compareTo(APPEARS_WITHIN) < 0;
    }

    /** Shows new events where it is time for them: what is not read now is read later, at the end at the latest. */
    private void news(RosStack stack) throws IOException {
        looksAtEvents = 0;
        boolean changed = !stack.updateTime().equals(lastUpdate) && lastUpdate != null;
        lastUpdate = stack.updateTime();
        boolean first = lastStatus.isEmpty();
        changed |= moved(stack.status()) && !first;
        if (mustRead(stack)) {
            readEvents(Priority.STATUS);
        } else if (changed || isTimeForEvents(first)) {
            readEvents(Priority.EVENTS);
        }
    }

    private boolean moved(String status) {
        if (status.equals(lastStatus)) {
            return false;
        }
        lastStatus = status;
        work.records().status(status);
        if (status.contains("ROLLBACK")) {
            looks.failure();
        } else {
            looks.news();
        }
        return true;
    }

    /** Whether only events can tell if this is the end, and of which operation. */
    private boolean mustRead(RosStack stack) {
        return stack.phase() != RosStatus.Phase.RUNNING && (!operation.seenRunning || end.isInDoubt());
    }

    /** A look at the status is mostly made for many, and in company everybody's events have to wait for their turn. */
    private boolean isTimeForEvents(boolean first) {
        RosClient client = work.client();
        if (client.alone()) {
            return first && eventsRead == null;
        }
        boolean mayWait = work.detail() == EventDetail.FAILURES
                && eventsRead != null
                && work.now().isBefore(eventsRead.plus(EVENTS_OF_FAILURES));
        return !mayWait && client.mayReadEvents(eventsRead);
    }

    /** Reads and shows events, and answers whether they could be read. */
    private boolean readEvents(Priority priority) throws IOException {
        try {
            List<RosEvent> fresh = feed.read(priority);
            eventsRead = work.now();
            if (progress.show(fresh)) {
                lastSign = work.now();
                looks.news();
                if (fresh.stream().anyMatch(RosEvent::isFailure)) {
                    looks.failure();
                }
                work.save();
            }
            return true;
        } catch (OverBudgetException later) {
            return false;
        } catch (CloudException failed) {
            // Whether the stack is gone with its events is seen by its status.
            if (failed.kind() != FaultKind.NOT_FOUND) {
                progress.unread(failed);
            }
            return false;
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
        feed.took().ifPresent(looks::ended);
    }

    private boolean isOver(RosStack stack) {
        if (stack.phase() == null) {
            progress.unknown(stack.status());
            return false;
        }
        boolean over = end.isReached(stack, feed);
        if (!over && end.isInDoubt()) {
            looks.doubt();
        }
        return over;
    }

    private void signOfLife() {
        Instant now = work.now();
        if (lastSign == null) {
            lastSign = now;
        }
        if (Duration.between(lastSign, now).compareTo(SIGN_OF_LIFE) >= 0) {
            lastSign = now;
            work.say(Messages.Watch_still(lastStatus, Durations.tell(work.running()), progress.pending()));
        }
    }
}
