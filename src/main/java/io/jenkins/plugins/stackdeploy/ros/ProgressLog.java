package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a build log and a page of an operation's events: in the log one line for each, a reason in full under a failure. */
final class ProgressLog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MOST_PENDING = 4;

    private final Console console;
    private final Recorder recorder;
    private final EventDetail detail;
    private final EventFeed feed;
    private final String stackId;
    private final String stackName;
    private final int expected;
    /** The resources that have completed, as far as has been shown. */
    private final Set<String> done = new HashSet<>();

    private boolean counted;
    private boolean toldUnread;
    private String toldUnknown = "";

    /**
     * A log.
     *
     * @param context where to print and to record
     * @param detail what to print
     * @param feed knows the latest event of each resource
     * @param stackId the stack
     * @param stackName its name
     * @param expected how many resources there will be; 0 when unknown
     */
    ProgressLog(
            RosContext context, EventDetail detail, EventFeed feed, String stackId, String stackName, int expected) {
        this.console = context.console();
        this.recorder = context.recorder();
        this.detail = detail;
        this.feed = feed;
        this.stackId = stackId;
        this.stackName = stackName;
        this.expected = expected;
    }

    /**
     * Prints events.
     *
     * @param events new ones, the earliest first
     * @return whether there were any
     */
    boolean show(List<RosEvent> events) {
        if (!counted) {
            counted = true;
            // After a restart: what was done before is in the feed, and not among the new events.
            resources().filter(this::isDone).map(RosEvent::logicalId).forEach(done::add);
            events.stream().map(RosEvent::logicalId).forEach(done::remove);
        }
        for (RosEvent event : events) {
            boolean own = event.isAbout(stackId, stackName);
            if (!own) {
                recorder.record(new Entry.Resource(
                        event.at(), event.logicalId(), event.type(), event.status(), event.reason()));
            }
            boolean completes = !own && isDone(event) && done.add(event.logicalId());
            if (detail.shows(event.isInProgress(), event.isFailure())) {
                print(event, own, completes);
            }
        }
        return !events.isEmpty();
    }

    private void print(RosEvent event, boolean own, boolean completes) {
        String line = String.format(
                Locale.ROOT,
                "  %s  %-24s  %-24s  %-34s%s",
                time(event.time()),
                event.status(),
                Text.oneLine(event.logicalId()),
                Text.oneLine(event.type()),
                completes && expected > 0 && done.size() <= expected ? " " + done.size() + "/" + expected : "");
        console.line(line.stripTrailing());
        if (event.isFailure() && !own && !event.reason().isBlank()) {
            Text.printable(event.reason()).strip().lines().forEach(reason -> console.line("              " + reason));
        }
    }

    private static String time(Instant time) {
        return time == null ? "        " : TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    private Stream<RosEvent> resources() {
        return feed.latest().values().stream().filter(event -> !event.isAbout(stackId, stackName));
    }

    /** What a rollback deletes again is not done, where it is known how many are to be created. */
    private boolean isDone(RosEvent event) {
        return event.isComplete() && (expected == 0 || !event.status().startsWith("DELETE"));
    }

    /** How many resources are done. */
    int finished() {
        return (int) resources().filter(this::isDone).count();
    }

    /** How many resources are done, such as "12 of 31 done". */
    String counts() {
        int finished = finished();
        return expected > 0 && finished <= expected
                ? Messages.Watch_doneOf(finished, expected)
                : Messages.Watch_done(finished);
    }

    /** What is being waited for: the counts and the first resources in progress. */
    String pending() {
        List<String> pending = resources()
                .filter(RosEvent::isInProgress)
                .map(RosEvent::logicalId)
                .toList();
        if (pending.isEmpty()) {
            return counts();
        }
        String names = String.join(", ", pending.subList(0, Math.min(MOST_PENDING, pending.size())));
        int more = pending.size() - MOST_PENDING;
        return more > 0 ? Messages.Watch_pendingMore(counts(), names, more) : Messages.Watch_pending(counts(), names);
    }

    /** Says, once, that events cannot be read. */
    void unread(CloudException failed) {
        if (!failed.kind().isPassing() && !toldUnread) {
            toldUnread = true;
            console.line(Messages.Watch_noEvents(failed.describe()));
        }
    }

    /** Says, once for each, that a status is not known. */
    void unknown(String status) {
        if (!toldUnknown.equals(status)) {
            toldUnknown = status;
            console.line(Messages.Watch_unknownStatus(Text.oneLine(status)));
        }
    }
}
