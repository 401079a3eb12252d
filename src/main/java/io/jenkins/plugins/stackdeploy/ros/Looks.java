package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.History;
import io.jenkins.plugins.stackdeploy.engine.Progress;
import io.jenkins.plugins.stackdeploy.engine.Schedule;
import io.jenkins.plugins.stackdeploy.engine.Tempo;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import java.time.Duration;
import java.time.Instant;

/** When the looks at one operation come. How long it took is remembered for the next one of its kind. */
final class Looks {
    static final Tempo TEMPO = new Tempo(Duration.ofSeconds(1), Duration.ofMillis(4_800), Duration.ofSeconds(20));

    private final RosWork work;
    private final History.Key kind;
    private final Schedule schedule;
    private Instant lastNews;
    private boolean failing;

    /**
     * The looks at what is under way.
     *
     * @param work whose operation it is; it is known what is done
     */
    Looks(RosWork work) {
        this.work = work;
        this.kind = new History.Key(work.group(), work.stackName, work.operation.action.name());
        this.schedule = new Schedule(TEMPO, work.context.history().of(kind));
        this.lastNews = work.now();
    }

    /** Something has changed. */
    void news() {
        lastNews = work.now();
    }

    /** Something has failed: from now on the end may come at any moment. */
    void failure() {
        failing = true;
        news();
    }

    /** What has failed may yet go on: whether it does is seen soon. */
    void doubt() {
        failing = true;
    }

    /**
     * Waits for the next look.
     *
     * @param total how many resources there will be; 0 when not known
     * @param done how many of them are done
     * @return the turn
     */
    Turn again(int total, int done) {
        Progress progress = new Progress(total, done, failing, Duration.between(lastNews, work.now()));
        return Turn.within(work.client().pause(schedule.next(work.running(), progress)));
    }

    /**
     * The operation has ended; remembered when it ended well.
     *
     * @param took how long it took by its events, which know better than looks
     */
    void ended(Duration took) {
        boolean well = RosStatus.of(work.operation.finalStatus)
                .map(RosStatus::phase)
                .filter(phase -> phase == RosStatus.Phase.DONE || phase == RosStatus.Phase.DELETED)
                .isPresent();
        if (well && work.operation.stop() == null) {
            work.context.history().add(kind, took);
        }
    }
}
