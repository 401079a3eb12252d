package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.OverBudgetException;
import io.jenkins.plugins.stackdeploy.engine.Priority;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationResultSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationSummary;

/**
 * Watches one operation until its end. Each look is one call for the operation, or shared with whoever waits for another
 * operation of the same stack set, and one call for a page of its results; only while pages bring news are more of them
 * read.
 */
final class OperationWatch {
    private static final Duration APPEARS_WITHIN = Duration.ofMinutes(1);
    private static final int MOST_PAGES = 5;
    /** How often results are read to the end until they are as final as the operation: over about two minutes. */
    private static final int MOST_READINGS = 8;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final StackSetWork work;
    private final PlannedOperation planned;
    private final OperationResults results = new OperationResults();
    private final ResultPages pages = new ResultPages();
    private final ResultsLog log;
    private final OperationLooks looks;
    private String lastStatus = "";
    private boolean seen;
    /** Whether lists of the newest operations may still show how it stands. */
    private boolean listed = true;

    private String token;
    private int readings;
    private List<Result> reading = new ArrayList<>();
    private List<Result> lastReading = List.of();
    private boolean complete;

    OperationWatch(StackSetWork work, PlannedOperation planned) {
        this.work = work;
        this.planned = planned;
        this.log = new ResultsLog(work.context, work.request.operations().events(), planned, results);
        this.looks = new OperationLooks(work, planned);
    }

    boolean isOf(PlannedOperation other) {
        return planned == other;
    }

    OperationResults results() {
        return results;
    }

    /** The status that the last look saw; empty before the first. */
    String lastStatus() {
        return lastStatus;
    }

    /** Whether the next look may be at a list of the stack set's operations. */
    boolean isListed() {
        return listed;
    }

    /** Waits for the next look. */
    Turn again() {
        boolean stopping = OperationStatus.STOPPING.name().equals(lastStatus);
        return looks.again(planned.expected, results.count(Result::isEnd), stopping);
    }

    /** How many instances the operation itself says have failed. */
    static int failures(StackSetOperation operation) {
        Integer count = operation.statusDetails() == null
                ? null
                : operation.statusDetails().failedStackInstancesCount();
        return count == null ? 0 : count;
    }

    /**
     * Takes in what a list shows; looks itself where that does not show the operation, or shows its end, of which lists tell
     * less.
     *
     * @param look the stack set's newest operations; null when they were not listed
     * @return the operation when it has ended; empty while it goes on
     * @throws CloudException when the operation could not be read, or is gone
     * @throws IOException when the facts could not be saved
     */
    Optional<StackSetOperation> look(SetLook look) throws CloudException, IOException {
        if (look != null) {
            Optional<String> status = look.find(planned.id).map(StackSetOperationSummary::statusAsString);
            if (status.isPresent() && !isEnd(status.get())) {
                goesOn(status.get());
                return Optional.empty();
            }
            listed = status.isEmpty() && !look.leavesOutOlder();
        }
        return describe();
    }

    private Optional<StackSetOperation> describe() throws CloudException, IOException {
        Optional<StackSetOperation> found = work.client().operation(work.name, planned.id, work.callAs());
        if (found.isEmpty()) {
            if (!seen && work.running().compareTo(APPEARS_WITHIN) < 0) {
                return Optional.empty();
            }
            throw new CloudException(
                    FaultKind.NOT_FOUND,
                    "DescribeStackSetOperation",
                    "OperationNotFoundException",
                    Messages.Watch_gone(planned.id),
                    null);
        }
        String status = found.get().statusAsString();
        if (isEnd(status)) {
            moved(status);
            looks.ended(found.get());
            return found;
        }
        goesOn(status);
        return Optional.empty();
    }

    private static boolean isEnd(String status) {
        return OperationStatus.of(status).map(OperationStatus::isEnd).orElse(false);
    }

    private void moved(String status) {
        seen = true;
        if (!status.equals(lastStatus)) {
            looks.news();
            work.records().status(status);
            log.status(lastStatus, status);
            lastStatus = status;
        }
    }

    private void goesOn(String status) throws IOException {
        moved(status);
        if (!OperationStatus.QUEUED.name().equals(status)) {
            news();
        }
        log.progress();
        log.signOfLife(status);
        work.standing(Messages.Standing_watching(work.name, status, log.counts()));
    }

    /** Shows new results, as far as the budget allows: what cannot be read now is read later, at the end at the latest. */
    private void news() throws IOException {
        if (!looks.mayReadResults()) {
            return;
        }
        try {
            for (int page = 0; page < MOST_PAGES && readPage(); page++) {
                looks.news();
            }
        } catch (OverBudgetException later) {
            return;
        } catch (CloudException failed) {
            if (!failed.kind().isPassing()) {
                pages.reset();
                log.unread(failed);
            }
        }
    }

    /** Reads the next page, and answers whether something has moved. */
    private boolean readPage() throws CloudException, IOException {
        Page<StackSetOperationResultSummary> page =
                work.client().results(work.name, planned.id, work.callAs(), pages.token(), Priority.EVENTS);
        List<Result> rows = page.items().stream().map(Result::of).toList();
        pages.read(
                page.nextToken(),
                rows.stream().allMatch(Result::isEnd),
                rows.stream().anyMatch(Result::isRunning));
        List<Result> fresh = take(rows);
        if (log.show(fresh)) {
            work.save();
        }
        return fresh.stream().anyMatch(row -> row.isEnd() || row.isRunning());
    }

    /**
     * Reads all results once more after the end, again and again until they are as final as the operation, since they lag
     * behind it. Reading that failed goes on where it was.
     *
     * @return how long to wait before the next reading; empty when there is nothing more to be had
     * @throws CloudException when a call failed for a passing reason
     * @throws IOException when the facts could not be saved
     */
    Optional<Duration> readLast() throws CloudException, IOException {
        if (complete) {
            return Optional.empty();
        }
        try {
            readToTheEnd();
        } catch (CloudException failed) {
            if (failed.kind().isPassing()) {
                throw failed;
            }
            log.unread(failed);
            return finish();
        }
        List<Result> rows = reading;
        reading = new ArrayList<>();
        readings++;
        if (log.show(take(rows))) {
            work.save();
        }
        boolean settled = rows.equals(lastReading);
        lastReading = rows;
        if (isFinal(rows.size(), settled)) {
            return finish();
        }
        if (readings >= MOST_READINGS) {
            log.incomplete();
            return finish();
        }
        Duration wait = Duration.ofSeconds(1L << readings);
        return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /** Takes results in, and answers those that tell something new. */
    private List<Result> take(List<Result> rows) {
        List<Result> fresh = rows.stream().filter(results::take).toList();
        fresh.forEach(work.records()::result);
        return fresh;
    }

    private void readToTheEnd() throws CloudException {
        do {
            Page<StackSetOperationResultSummary> page =
                    work.client().results(work.name, planned.id, work.callAs(), token);
            page.items().stream().map(Result::of).forEach(reading::add);
            token = page.nextToken();
        } while (token != null);
    }

    /** An operation that succeeded has a final result for everyone; one that did not may have left some out. */
    private boolean isFinal(int rows, boolean settled) {
        if (results.count(Result::isFailure) + results.count(Result::isCancelled) < planned.reportedFailures) {
            return false;
        }
        boolean all = results.count(Result::isEnd) == rows;
        return planned.succeeded() ? all && rows >= planned.expected : all || settled;
    }

    private Optional<Duration> finish() throws IOException {
        complete = true;
        lastReading = List.of();
        planned.failures = results.count(Result::isFailure);
        log.finish();
        work.save();
        return Optional.empty();
    }
}
