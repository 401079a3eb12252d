package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What has become of the deployments since Jenkins started. Safe for use by many threads. */
public final class Statistics {
    private final Map<Outcome.Kind, LongAdder> ended = new EnumMap<>(Outcome.Kind.class);
    private final List<Consumer<Duration>> listeners = new CopyOnWriteArrayList<>();

    Statistics() {
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            ended.put(kind, new LongAdder());
        }
    }

    /**
     * How many deployments, plans and deletions have ended in a way.
     *
     * @param kind the way
     * @return at least 0
     */
    public long ended(Outcome.Kind kind) {
        return ended.get(kind).sum();
    }

    /**
     * From now on tells how long it took to notice that a stack was done: from its last event, by the cloud's clock, to the
     * look that saw its final status. Told on the watcher's threads; for ROS alone, since stack sets do not tell when what
     * happened.
     *
     * @param listener told each time, not negative
     */
    public void onDetection(Consumer<Duration> listener) {
        listeners.add(listener);
    }

    /** A recorder that counts what another one keeps. */
    Recorder over(Recorder recorder) {
        return new Counting(recorder);
    }

    private final class Counting implements Recorder {
        private final Recorder recorder;
        private Instant lastEvent;
        private Instant lastStatus;

        private Counting(Recorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public synchronized void record(Entry entry) {
            recorder.record(entry);
            if (entry instanceof Entry.Resource resource) {
                lastEvent = lastEvent == null || resource.time().isAfter(lastEvent) ? resource.time() : lastEvent;
            } else if (entry instanceof Entry.Status status) {
                lastStatus = status.time();
            } else if (entry instanceof Entry.Ended end) {
                ended.get(end.result()).increment();
                detected();
            }
        }

        private void detected() {
            if (lastEvent != null && lastStatus != null) {
                // The clocks of Jenkins and of the cloud may differ by a little.
                Duration lag = Duration.between(lastEvent, lastStatus);
                listeners.forEach(listener -> listener.accept(lag.isNegative() ? Duration.ZERO : lag));
            }
        }
    }
}
