package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backoff, Pace and Durations. */
class TimingTest {
    @Test
    void failuresDoubleTheWaitUpToHalfAMinute() {
        Backoff backoff = new Backoff(() -> 1);

        List<Long> millis = IntStream.rangeClosed(1, 9)
                .mapToObj(failures -> backoff.after(failures).toMillis())
                .toList();

        assertThat(millis).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Property
    void chanceTakesAwayAtMostHalf(@ForAll @IntRange(min = 1) int failures) {
        Duration most = new Backoff(() -> 1).after(failures);

        assertThat(new Backoff(() -> 0).after(failures)).isEqualTo(most.dividedBy(2));
        assertThat(new Backoff().after(failures)).isBetween(most.dividedBy(2), most);
    }

    @Test
    void looksBecomeSlowerInQuietAndQuickAfterNews() {
        Pace pace = new Pace();

        List<Long> waits = IntStream.range(0, 12)
                .mapToObj(look -> pace.next(Duration.ofMinutes(1)).toMillis())
                .toList();
        assertThat(waits).isSorted().startsWith(1000L, 1333L, 1777L).endsWith(10_000L, 10_000L);

        pace.news();
        assertThat(pace.next(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLongOperationIsLookedAtEvery20Seconds() {
        Pace pace = new Pace();
        Duration last = Duration.ZERO;
        for (int look = 0; look < 20; look++) {
            last = pace.next(Duration.ofMinutes(11));
        }

        assertThat(last).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.999S, 0 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min 0 s",
        "PT3M5S, 3 min 5 s",
        "PT59M59S, 59 min 59 s",
        "PT1H, 1 h 0 min",
        "PT26H10M, 26 h 10 min"
    })
    void durationsAreToldInTwoUnits(Duration duration, String told) {
        assertThat(Durations.tell(duration)).isEqualTo(told);
    }
}
