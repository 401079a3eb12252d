package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final Statistics statistics = new Statistics();
    private final List<Duration> detections = new ArrayList<>();
    private final List<Entry> kept = new ArrayList<>();

    private static Entry status(int seconds) {
        return new Entry.Status(START.plusSeconds(seconds), "CREATE_COMPLETE");
    }

    private static Entry event(int seconds) {
        return new Entry.Resource(START.plusSeconds(seconds), "Vpc", "ALIYUN::ECS::VPC", "CREATE_COMPLETE", "");
    }

    private static Entry ended(Outcome.Kind kind) {
        return Entry.Ended.of(START.plusSeconds(99), new Outcome(kind, "", Map.of()));
    }

    private void record(Entry... entries) {
        statistics.onDetection(detections::add);
        Recorder recorder = statistics.over(kept::add);
        for (Entry entry : entries) {
            recorder.record(entry);
        }
        assertThat(kept).containsExactly(entries);
    }

    @Test
    void detectionIsFromTheLastEventToTheLookThatSawTheEnd() {
        record(event(10), status(12), event(30), event(20), status(34), event(31), ended(Outcome.Kind.SUCCESS));

        assertThat(detections).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void clocksThatDifferMakeNoNegativeDetection() {
        record(event(30), status(28), ended(Outcome.Kind.FAILURE));

        assertThat(detections).containsExactly(Duration.ZERO);
    }

    @Test
    void withoutEventsNothingIsDetected() {
        record(status(28), ended(Outcome.Kind.SUCCESS));

        assertThat(detections).isEmpty();
    }

    @Test
    void endsAreCountedByTheirKind() {
        record(ended(Outcome.Kind.SUCCESS), ended(Outcome.Kind.SUCCESS), ended(Outcome.Kind.ABORTED));

        assertThat(statistics.ended(Outcome.Kind.SUCCESS)).isEqualTo(2);
        assertThat(statistics.ended(Outcome.Kind.FAILURE)).isZero();
        assertThat(statistics.ended(Outcome.Kind.ABORTED)).isEqualTo(1);
    }
}
