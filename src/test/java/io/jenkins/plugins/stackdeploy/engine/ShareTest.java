package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    private static final Duration USUAL = Duration.ofSeconds(5);
    private final VirtualTime time = new VirtualTime();
    private final Share share = new Share(time);

    @Test
    void aloneNothingChanges() {
        share.waits(1);

        assertThat(share.alone()).isTrue();
        assertThat(share.pause(USUAL, 50, 100)).isEqualTo(USUAL);
        assertThat(share.pause(Duration.ofMillis(200), 50, 100)).isEqualTo(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @CsvSource({
        // waits, pause alone, pause in company in milliseconds: quicker by the root, or as often as the limit allows
        "2, 5, 3535",
        "4, 5, 2500",
        "9, 9, 3000",
        "50, 5, 1764",
        "100, 5, 3529",
        "1000, 5, 26666",
        "1000, 300, 42426",
    })
    void inCompanyLooksAreQuickerAsFarAsTheCallsLast(int waits, int alone, long expected) {
        share.waits(waits);

        assertThat(share.pause(Duration.ofSeconds(alone), 50, 100).toMillis()).isEqualTo(expected);
    }

    @Test
    void whoLooksForItselfHasOnlyItsPartOfTheCalls() {
        share.waits(100);
        share.ownLooks(true);

        assertThat(share.alone()).isTrue();
        assertThat(share.pause(USUAL, 50, 100)).isEqualTo(Duration.ofMillis(100 * 60_000 / 34));
    }

    @Test
    void whoWaitsForTheSameThingNeedsOneLookForIt() {
        share.waits(100, 1);

        assertThat(share.pause(USUAL, 1, 100)).isEqualTo(USUAL);
    }

    @Test
    void aThousandWaitsForAHundredThingsAreLookedAtAsAHundredAre() {
        share.waits(1_000, 100);

        assertThat(share.pause(USUAL, 1, 100)).isEqualTo(Duration.ofMillis(100 * 60_000 / 45));
    }

    @Property(tries = 200)
    void looksNeverNeedMoreThanTheirPart(
            @ForAll @IntRange(min = 2, max = 100_000) int waits,
            @ForAll @IntRange(min = 1, max = 50) int together,
            @ForAll @IntRange(min = 1, max = 600) int limit) {
        share.waits(waits);

        double perMinute =
                60_000.0 / share.pause(Duration.ofSeconds(1), together, limit).toMillis();

        assertThat(perMinute * Math.ceil((double) waits / together)).isLessThanOrEqualTo(Math.max(60, limit * 0.46));
    }

    @Test
    void eventsAreReadAsOftenAsTheirPartAllows() {
        share.waits(1_000);
        int read = 0;
        for (int second = 0; second < 600; second++) {
            time.skip(Duration.ofSeconds(1));
            read += share.takeEvents(null, 100) ? 1 : 0;
        }

        assertThat(read).isBetween(195, 206);
    }

    @Test
    void whoHasReadEventsLetsTheOthersReadTheirsFirst() {
        share.waits(10);
        Instant[] last = new Instant[10];
        int[] reads = new int[10];
        for (int second = 0; second < 600; second++) {
            time.skip(Duration.ofSeconds(1));
            for (int each = 0; each < 10; each++) {
                if (share.takeEvents(last[each], 100)) {
                    last[each] = time.instant();
                    reads[each]++;
                }
            }
        }

        for (int count : reads) {
            assertThat(count).isBetween(16, 19);
        }
    }
}
