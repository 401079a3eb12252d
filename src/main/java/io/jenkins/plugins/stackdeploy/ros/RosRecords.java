package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import java.time.Instant;

/** Tells the page of the build how work on a stack goes. */
final class RosRecords {
    private final RosWork work;
    private final Recorder recorder;
    private boolean begun;

    RosRecords(RosWork work) {
        this.work = work;
        this.recorder = work.context.recorder();
    }

    /** The work goes on; the first time in this process that is a beginning. */
    void turn() {
        if (!begun) {
            begun = true;
            begin();
        }
    }

    private void begin() {
        Instant since = work.operation.startedAt();
        work.recordedAs()
                .ifPresent(target -> recorder.record(new Entry.Begun(
                        since == null ? work.now() : since,
                        target,
                        work.stackName,
                        work.group().region(),
                        work.resourceCount())));
    }

    void phase(RosOperation.Phase phase) {
        recorder.record(new Entry.Reached(
                work.now(),
                switch (phase) {
                    case RECONCILE -> Stage.DECIDING;
                    case OTHERS -> Stage.WAITING;
                    case CLEARING -> Stage.CLEARING;
                    case SUBMIT -> Stage.SUBMITTING;
                    case WATCH -> Stage.RUNNING;
                    case SETTLE -> Stage.FINISHING;
                }));
    }

    /** The request has been taken, and it is known whether all resources of the template are to be made. */
    void accepted() {
        begin();
        RosOperation operation = work.operation;
        recorder.record(new Entry.Accepted(work.now(), operation.action.name(), operation.stackId, work.consoleUrl()));
    }

    void status(String status) {
        recorder.record(new Entry.Status(work.now(), status));
    }

    void failed(FailureSummary summary) {
        recorder.record(new Entry.Failed(work.now(), summary));
    }
}
