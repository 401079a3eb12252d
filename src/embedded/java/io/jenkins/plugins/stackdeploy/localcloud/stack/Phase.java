package io.jenkins.plugins.stackdeploy.localcloud.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Works through steps in the order of their dependencies, several at a time, and stops at the first failure. */
final class Phase {
    private final Timeline timeline;
    private final StepRunner runner;
    private final int parallelism;
    private final PriorityQueue<Run> running = new PriorityQueue<>(Comparator.comparing(Run::end));
    private final List<Step> waiting;
    private final Set<String> unfinished = new HashSet<>();

    Phase(Timeline timeline, StepRunner runner, int parallelism, List<Step> steps) {
        this.timeline = timeline;
        this.runner = runner;
        this.parallelism = parallelism == 0 ? Integer.MAX_VALUE : parallelism;
        this.waiting = new ArrayList<>(steps);
        steps.forEach(step -> unfinished.add(step.logicalId()));
    }

    /**
     * Writes the transitions of all steps.
     *
     * @param start when the phase begins
     * @param deadline when it is given up
     */
    PhaseResult run(Instant start, Instant deadline) {
        Instant now = start;
        while (true) {
            startReady(now);
            Run next = running.peek();
            if (next == null) {
                return new PhaseResult(now, null, false);
            }
            if (next.end().isAfter(deadline)) {
                abortRunning(deadline);
                return new PhaseResult(deadline, null, true);
            }
            running.remove();
            now = next.end();
            if (next.failure() != null) {
                timeline.failed(next);
                abortRunning(now);
                return new PhaseResult(now, next.failure(), false);
            }
            timeline.finished(next);
            unfinished.remove(next.step().logicalId());
        }
    }

    private void startReady(Instant now) {
        for (Iterator<Step> steps = waiting.iterator(); steps.hasNext() && running.size() < parallelism; ) {
            Step step = steps.next();
            if (step.after().stream().noneMatch(unfinished::contains)) {
                steps.remove();
                Run run = runner.start(step, now);
                timeline.started(now, run);
                running.add(run);
            }
        }
    }

    private void abortRunning(Instant at) {
        running.stream().sorted(Comparator.comparing(Run::end)).forEach(run -> {
            runner.abort(run, at);
            timeline.aborted(at, run);
        });
        running.clear();
    }
}
