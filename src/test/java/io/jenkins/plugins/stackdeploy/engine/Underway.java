package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A deployment that was begun; time passes while somebody waits for it.
 *
 * @param <F> its facts
 */
public final class Underway<F extends Operation> implements Consumer<Outcome> {
    private static final Duration MOST = Duration.ofHours(30);

    /** The facts that its deployment keeps. */
    public final F operation;

    private final VirtualTime time;
    private final Watcher watcher;
    private final List<Outcome> outcomes = new ArrayList<>();
    private DeploymentRun run;
    private Instant endedAt;

    /** Something that is not watched yet. */
    public Underway(VirtualTime time, Watcher watcher, F operation) {
        this.time = time;
        this.watcher = watcher;
        this.operation = operation;
    }

    /** Begins to give it turns. */
    public void watch(DeploymentRun begun) {
        run = begun;
        watcher.watch(begun);
    }

    @Override
    public void accept(Outcome outcome) {
        outcomes.add(outcome);
        endedAt = time.instant();
    }

    /** Whether its end was told. */
    public boolean over() {
        return !outcomes.isEmpty();
    }

    /** When its end was told; null before. */
    public Instant endedAt() {
        return endedAt;
    }

    /** What it waits for. */
    public String standing() {
        return run.standing();
    }

    /** Lets time pass until a condition holds. */
    public Underway<F> until(BooleanSupplier condition) {
        time.runUntil(condition, MOST);
        return this;
    }

    /** Somebody stops the build. */
    public void stop(boolean cancel) {
        run.stop(new StopRequest(cancel, "a test", time.instant()));
        watcher.wake(run);
    }

    /** Lets time pass until it is over, and sees to it that the end is told once. */
    public Outcome outcome() {
        until(this::over);
        time.pass(Duration.ofMinutes(2));
        assertThat(outcomes).hasSize(1);
        assertThat(watcher.size()).as("waits left over").isZero();
        return outcomes.get(0);
    }
}
