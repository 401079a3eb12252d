package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.Progress;
import io.jenkins.plugins.stackdeploy.engine.Schedule;
import io.jenkins.plugins.stackdeploy.engine.Tempo;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;

/** When the looks at one operation come. How long it took is remembered for the next one on as many instances. */
final class OperationLooks {
    /** AWS publishes no limits for reading operations; 5 to 30 seconds is what is known to do no harm. */
    private static final Tempo TEMPO = new Tempo(Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(30));

    private final StackSetWork work;
    private final History.Key kind;
    private final Schedule schedule;
    private Instant lastNews;
    private Instant resultsRead;

    OperationLooks(StackSetWork work, PlannedOperation planned) {
        this.work = work;
        this.kind = new History.Key(work.group(), work.name, planned.kind.name() + " " + planned.expected);
        this.schedule = new Schedule(TEMPO, work.context.history().of(kind));
        this.lastNews = work.now();
    }

    /** Something has changed. */
    void news() {
        lastNews = work.now();
    }

    /** Whether it is time to read results; in company they have to wait for their turn. */
    boolean mayReadResults() {
        if (work.client().alone() || work.client().mayReadResults(resultsRead)) {
            resultsRead = work.now();
            return true;
        }
        return false;
    }

    /**
     * Waits for the next look.
     *
     * @param total on how many instances the operation is; 0 when not known
     * @param done how many of them are done
     * @param stopping whether the operation is being stopped
     * @return the turn
     */
    Turn again(int total, int done, boolean stopping) {
        Progress progress = new Progress(total, done, stopping, Duration.between(lastNews, work.now()));
        return Turn.within(work.client().pause(schedule.next(work.running(), progress)));
    }

    /** The operation has ended; remembered when it ended well. */
    void ended(StackSetOperation operation) {
        Instant began = operation.creationTimestamp();
        Instant end = operation.endTimestamp();
        boolean well = OperationStatus.SUCCEEDED.name().equals(operation.statusAsString());
        if (well && began != null && end != null && end.isAfter(began)) {
            work.context.history().add(kind, Duration.between(began, end));
        }
    }
}
