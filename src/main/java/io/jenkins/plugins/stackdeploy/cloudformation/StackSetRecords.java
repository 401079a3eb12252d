package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts.Phase;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FailureSummary;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import io.jenkins.plugins.stackdeploy.engine.Stage;
import java.time.Instant;

/** Tells the page of the build how work on a stack set goes. */
final class StackSetRecords {
    private final StackSetWork work;
    private final Recorder recorder;
    private boolean begun;

    StackSetRecords(StackSetWork work) {
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
        Instant since = work.facts.startedAt();
        int expected =
                work.facts.plan.stream().mapToInt(planned -> planned.expected).sum();
        recorder.record(new Entry.Begun(
                since == null ? work.now() : since,
                work.recordedAs(),
                work.name,
                work.group().region(),
                expected));
    }

    void phase(Phase phase) {
        recorder.record(new Entry.Reached(
                work.now(),
                switch (phase) {
                    case DECIDE -> Stage.DECIDING;
                    case OTHERS -> Stage.WAITING;
                    case SUBMIT -> Stage.SUBMITTING;
                    case WATCH -> Stage.RUNNING;
                    case RESULTS, SETTLE -> Stage.FINISHING;
                }));
    }

    /** CloudFormation has a call of the plan, and how many instances it is about is known. */
    void accepted() {
        begin();
        String action = work.facts.action == null ? null : work.facts.action.name();
        recorder.record(new Entry.Accepted(work.now(), action, work.facts.stackSetId, work.consoleUrl()));
    }

    void status(String status) {
        recorder.record(new Entry.Status(work.now(), status));
    }

    void result(Result result) {
        recorder.record(new Entry.Instance(
                work.now(), result.place().account(), result.place().region(), result.status(), result.reason()));
    }

    void failed(FailureSummary summary) {
        recorder.record(new Entry.Failed(work.now(), summary));
    }
}
