package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RegionLimitsPropertyTest {

    @Property
    void percentagesAreRoundedDownButSomebodyAlwaysWorks(
            @ForAll @IntRange(max = 5_000) int accounts,
            @ForAll @IntRange(max = 100) int tolerance,
            @ForAll @IntRange(min = 1, max = 100) int concurrent) {
        RegionLimits limits = RegionLimits.of(preferences(null, tolerance, null, concurrent), accounts);

        assertThat(limits.tolerance()).isEqualTo(floored(accounts, tolerance));
        assertThat(limits.maxConcurrent()).isEqualTo(Math.max(1, floored(accounts, concurrent)));
    }

    @Property
    void countsAreTakenAsTheyAre(
            @ForAll @IntRange(max = 5_000) int accounts,
            @ForAll @IntRange(max = 5_000) int tolerance,
            @ForAll @IntRange(min = 1, max = 5_000) int concurrent) {
        RegionLimits limits = RegionLimits.of(preferences(tolerance, null, concurrent, null), accounts);

        assertThat(limits.tolerance()).isEqualTo(tolerance);
        assertThat(limits.maxConcurrent()).isEqualTo(concurrent);
    }

    @Property
    void withoutPreferencesOneAtATimeAndNoFailure(@ForAll @IntRange(max = 5_000) int accounts) {
        assertThat(RegionLimits.of(Preferences.DEFAULT, accounts)).isEqualTo(new RegionLimits(0, 1, true));
    }

    private static int floored(int accounts, int percentage) {
        return BigDecimal.valueOf(accounts)
                .multiply(BigDecimal.valueOf(percentage))
                .movePointLeft(2)
                .setScale(0, RoundingMode.DOWN)
                .intValue();
    }

    private static Preferences preferences(
            Integer toleranceCount, Integer tolerance, Integer concurrentCount, Integer concurrent) {
        return new Preferences(
                toleranceCount,
                tolerance,
                concurrentCount,
                concurrent,
                RegionConcurrency.SEQUENTIAL,
                List.of(),
                ConcurrencyMode.STRICT_FAILURE_TOLERANCE);
    }
}
