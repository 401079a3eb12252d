package io.jenkins.plugins.stackdeploy.bench;

import io.jenkins.plugins.stackdeploy.engine.History;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The history of one stack, the latest {@value #MOST} durations, as a controller keeps it. */
final class RecentDurations implements History {
    static final int MOST = 30;

    private final Deque<Duration> durations = new ArrayDeque<>();

    static RecentDurations of(double... seconds) {
        RecentDurations known = new RecentDurations();
        Arrays.stream(seconds).forEach(each -> known.add(null, Duration.ofMillis(Math.round(each * 1_000))));
        return known;
    }

    @Override
    public List<Duration> of(Key key) {
        return List.copyOf(durations);
    }

    @Override
    public void add(Key key, Duration duration) {
        durations.add(duration);
        if (durations.size() > MOST) {
            durations.remove();
        }
    }
}
