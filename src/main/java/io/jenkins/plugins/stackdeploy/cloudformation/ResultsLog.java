package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Durations;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a build log how an operation goes. A stack set may have thousands of instances, so that not each of them has a line:
 * {@link EventDetail#FAILURES} shows what failed, {@link EventDetail#CHANGES} also how many are done in each region, a line
 * when a region is done and at most two a minute before, and only {@link EventDetail#ALL} every instance.
 */
final class ResultsLog {
    /** After so many failures the log counts them only; the summary at the end groups all by reason. */
    private static final int MOST_FAILURES = 50;

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

    private final Console console;
    private final InstantSource clock;
    private final EventDetail detail;
    private final PlannedOperation planned;
    private final OperationResults results;
    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, Instant> shownAt = new HashMap<>();
    private Instant lastLine;
    private boolean toldUnread;
    private boolean toldMany;

    ResultsLog(StackSetContext context, EventDetail detail, PlannedOperation planned, OperationResults results) {
        this.console = context.console();
        this.clock = context.clock();
        this.detail = detail;
        this.planned = planned;
        this.results = results;
        this.lastLine = clock.instant();
    }

    /**
     * Shows results.
     *
     * @param fresh those that have just been taken in
     * @return whether failures were shown, which has to be saved lest they are shown again after a restart
     */
    boolean show(List<Result> fresh) {
        int told = planned.told.size();
        for (Result result : fresh) {
            if (result.isFailure()) {
                failure(result);
            } else if (detail == EventDetail.ALL && (result.isEnd() || result.isRunning())) {
                line(row(result));
            }
        }
        return planned.told.size() > told;
    }

    private void failure(Result result) {
        String place = result.place().toString();
        if (planned.told.contains(place)) {
            return;
        }
        if (planned.told.size() >= MOST_FAILURES) {
            if (!toldMany) {
                toldMany = true;
                line("  " + Messages.Results_manyFailures(Amounts.text(MOST_FAILURES)));
            }
            return;
        }
        planned.told.add(place);
        line(row(result));
        result.reason().lines().forEach(reason -> line("      " + reason));
    }

    private static String row(Result result) {
        return "  " + result.place().region() + "  " + result.place().account() + "  " + result.status();
    }

    /** A line for each region that has moved and is done or has had none for a while; at the end for each that has moved. */
    private void regions(boolean atTheEnd) {
        Instant now = clock.instant();
        results.byRegion().forEach((region, tally) -> {
            int total = total(region);
            String words = tally.words(total);
            boolean done = tally.done >= Math.max(tally.known, total);
            boolean due =
                    !now.isBefore(shownAt.getOrDefault(region, Instant.MIN).plus(BETWEEN_LINES));
            if (tally.done > 0 && !words.equals(shown.get(region)) && (atTheEnd || done || due)) {
                shown.put(region, words);
                shownAt.put(region, now);
                line("  " + Messages.Results_region(region, words));
            }
        });
    }

    /** How many instances the operation is on in a region; 0 when that is not known. */
    private int total(String region) {
        Block block = planned.block;
        return block == null || !block.units().isEmpty() || !block.regions().contains(region)
                ? 0
                : block.accounts().size();
    }

    /** Shows how far regions are that have moved, where it is time for a line. */
    void progress() {
        if (detail != EventDetail.FAILURES) {
            regions(false);
        }
    }

    /** Shows what has moved since the last line. */
    void finish() {
        if (detail != EventDetail.FAILURES) {
            regions(true);
        }
    }

    /** How many are done, such as "12 of 40 done, 1 failed". */
    String counts() {
        return results.total().words(planned.expected);
    }

    /** Says that the operation's status has changed, where that is worth a line. */
    void status(String before, String status) {
        if (OperationStatus.of(status).isEmpty()) {
            line(Messages.Watch_unknownStatus(planned.id, Text.oneLine(status)));
            return;
        }
        switch (OperationStatus.valueOf(status)) {
            case QUEUED -> line(Messages.Watch_queued(planned.id));
            case STOPPING -> line(Messages.Watch_stopping(planned.id));
            case RUNNING -> {
                if (!before.isEmpty()) {
                    line(Messages.Watch_running(planned.id));
                }
            }
            case SUCCEEDED, FAILED, STOPPED -> {
                // What it came to is told when its results have been read.
            }
        }
    }

    /** Says, when nothing has been said for two minutes, how far it is. */
    void signOfLife(String status) {
        if (Duration.between(lastLine, clock.instant()).compareTo(SIGN_OF_LIFE) >= 0) {
            Duration running = Duration.between(planned.acceptedAt, clock.instant());
            line("  " + Messages.Watch_still(Text.oneLine(status), Durations.tell(running), counts()));
        }
    }

    /** Says, once, that results cannot be read. */
    void unread(CloudException failed) {
        if (!toldUnread) {
            toldUnread = true;
            line(Messages.Watch_noResults(failed.describe()));
        }
    }

    /** Says that the service still does not list all results as final. */
    void incomplete() {
        int known = results.count(Result::isEnd);
        int expected = Math.max(planned.expected, results.all().size());
        line(Messages.Results_incomplete(Amounts.text(known), Amounts.text(expected)));
    }

    private void line(String text) {
        lastLine = clock.instant();
        console.line(text);
    }
}
