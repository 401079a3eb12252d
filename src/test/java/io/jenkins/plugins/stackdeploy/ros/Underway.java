package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.DeploymentRun;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.StopRequest;
import io.jenkins.plugins.stackdeploy.engine.VirtualTime;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A deployment that was begun; time passes while somebody waits for it. */
final class Underway implements Consumer<Outcome> {
    private static final Duration MOST = Duration.ofHours(30);

    final RosOperation operation;
    private final VirtualTime time;
    private final Watcher watcher;
    private final List<Outcome> outcomes = new ArrayList<>();
    private DeploymentRun run;

    Underway(VirtualTime time, Watcher watcher, RosOperation operation) {
        this.time = time;
        this.watcher = watcher;
        this.operation = operation;
    }

    void watch(DeploymentRun begun) {
        run = begun;
        watcher.watch(begun);
    }

    @Override
    public void accept(Outcome outcome) {
        outcomes.add(outcome);
    }

    boolean over() {
        return !outcomes.isEmpty();
    }

    String standing() {
        return run.standing();
    }

    /** Lets time pass until a condition holds. */
    Underway until(BooleanSupplier condition) {
        time.runUntil(condition, MOST);
        return this;
    }

    void stop(boolean cancel) {
        run.stop(new StopRequest(cancel, "a test", time.instant()));
        watcher.wake(run);
    }

    /** Lets time pass until it is over, and sees to it that the end is told once. */
    Outcome outcome() {
        until(this::over);
        time.pass(Duration.ofMinutes(2));
        assertThat(outcomes).hasSize(1);
        assertThat(watcher.size()).as("waits left over").isZero();
        return outcomes.get(0);
    }
}
