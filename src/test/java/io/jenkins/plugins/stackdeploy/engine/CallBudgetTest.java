package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
    private final VirtualTime time = new VirtualTime();

    private boolean take(CallBudget budget) {
        return take(budget, Priority.WRITE);
    }

    private static boolean take(CallBudget budget, Priority priority) {
        return catchThrowableOfType(OverBudgetException.class, () -> budget.take(priority)) == null;
    }

    private int takeAll(CallBudget budget) {
        return takeAll(budget, Priority.WRITE);
    }

    private static int takeAll(CallBudget budget, Priority priority) {
        int taken = 0;
        while (take(budget, priority)) {
            taken++;
        }
        return taken;
    }

    /** Calls are asked for after pauses; a negative pause stands for a throttled call at that moment. */
    @Property(tries = 300)
    void noMinuteSeesMoreCallsThanTheCloudAllows(
            @ForAll @IntRange(min = 1, max = 300) int callsPerMinute,
            @ForAll @Size(min = 1, max = 400) List<@IntRange(min = -1, max = 3_000) Integer> pauses) {
        VirtualTime clock = new VirtualTime();
        CallBudget budget = new CallBudget(callsPerMinute, clock);
        List<Instant> calls = new ArrayList<>();
        for (int pause : pauses) {
            if (pause < 0) {
                budget.throttled();
            } else {
                clock.skip(Duration.ofMillis(pause));
            }
            if (take(budget)) {
                calls.add(clock.instant());
            }
        }
        for (int first = 0; first < calls.size(); first++) {
            Instant end = calls.get(first).plusSeconds(60);
            long minute = calls.subList(first, calls.size()).stream()
                    .filter(call -> call.isBefore(end))
                    .count();
            assertThat(minute).isLessThanOrEqualTo(callsPerMinute);
        }
    }

    @Property(tries = 100)
    void whoWaitsAsLongAsHeIsToldMayCall(
            @ForAll @IntRange(min = 1, max = 300) int callsPerMinute,
            @ForAll @IntRange(min = 0, max = 6) int throttles) {
        VirtualTime clock = new VirtualTime();
        CallBudget budget = new CallBudget(callsPerMinute, clock);
        for (int count = 0; count < throttles; count++) {
            budget.throttled();
        }
        while (take(budget)) {
            clock.skip(Duration.ofMillis(1));
        }
        OverBudgetException later = catchThrowableOfType(OverBudgetException.class, () -> budget.take(Priority.WRITE));

        clock.skip(later.waitFor());

        assertThat(take(budget)).isTrue();
        assertThat(later.waitFor()).isPositive();
    }

    @Test
    void aFifthMayComeAtOnceAndTheRestSteadily() {
        CallBudget budget = new CallBudget(100, time);

        assertThat(takeAll(budget)).isEqualTo(20);
        time.skip(Duration.ofSeconds(3));
        assertThat(takeAll(budget)).isEqualTo(4);
        time.skip(Duration.ofHours(1));
        assertThat(takeAll(budget)).isEqualTo(20);
    }

    @Test
    void throttlingHalvesTheRateAndEmptiesTheBucketDownToASixteenth() {
        CallBudget budget = new CallBudget(100, time);

        budget.throttled();
        assertThat(budget.callsPerMinute()).isCloseTo(40, within(1e-6));
        assertThat(take(budget)).isFalse();
        budget.throttled();
        assertThat(budget.callsPerMinute()).isCloseTo(20, within(1e-6));
        for (int count = 0; count < 20; count++) {
            budget.throttled();
        }
        assertThat(budget.callsPerMinute()).isCloseTo(5, within(1e-6));
    }

    @Test
    void quietBringsTheRateBackATenthAtATime() {
        CallBudget budget = new CallBudget(100, time);
        budget.throttled();

        time.skip(Duration.ofSeconds(9));
        assertThat(budget.callsPerMinute()).isCloseTo(40, within(1e-6));
        time.skip(Duration.ofSeconds(1));
        assertThat(budget.callsPerMinute()).isCloseTo(48, within(1e-6));
        time.skip(Duration.ofSeconds(20));
        assertThat(budget.callsPerMinute()).isCloseTo(64, within(1e-6));
        time.skip(Duration.ofMinutes(10));
        assertThat(budget.callsPerMinute()).isCloseTo(80, within(1e-6));
    }

    @Test
    void theLastCallsAreKeptForWhatMattersMost() {
        CallBudget budget = new CallBudget(100, time);

        assertThat(takeAll(budget, Priority.EVENTS)).isEqualTo(14);
        assertThat(takeAll(budget, Priority.STATUS)).isEqualTo(4);
        assertThat(takeAll(budget, Priority.WRITE)).isEqualTo(2);
    }

    @Test
    void readingEventsAllTheTimeHoldsUpNeitherStatusesNorRequests() {
        CallBudget budget = new CallBudget(100, time);
        int events = 0;
        for (int second = 0; second < 600; second++) {
            time.skip(Duration.ofSeconds(1));
            events += takeAll(budget, Priority.EVENTS);
            assertThat(second % 10 != 0 || take(budget, Priority.STATUS)).isTrue();
            assertThat(second % 60 != 0 || take(budget, Priority.WRITE)).isTrue();
        }
        assertThat(events).as("what is left of 800").isBetween(700, 760);
    }

    @Property(tries = 100)
    void everybodysTurnComes(@ForAll @IntRange(min = 1, max = 300) int callsPerMinute, @ForAll Priority priority) {
        VirtualTime clock = new VirtualTime();
        CallBudget budget = new CallBudget(callsPerMinute, clock);
        takeAll(budget, Priority.WRITE);
        OverBudgetException later = catchThrowableOfType(OverBudgetException.class, () -> budget.take(priority));

        clock.skip(later.waitFor());

        assertThat(take(budget, priority)).isTrue();
    }

    @Test
    void budgetsThatNobodyUsesAreForgottenAfterAnHour() {
        Budgets budgets = new Budgets(time);
        GroupKey group = new GroupKey("ros", "host", "account", "region");
        CallBudget idle = budgets.of(group, "GetStack", 100);
        CallBudget used = budgets.of(group, "ListStacks", 100);
        time.skip(Duration.ofMinutes(59));
        used.take(Priority.STATUS);
        time.skip(Duration.ofMinutes(2));

        budgets.forgetUnused();

        assertThat(budgets.of(group, "ListStacks", 100)).isSameAs(used);
        assertThat(budgets.of(group, "GetStack", 100)).isNotSameAs(idle);
    }

    @Test
    void aClockThatIsSetBackGrantsNothing() {
        Instant[] now = {time.instant()};
        CallBudget budget = new CallBudget(100, () -> now[0]);
        takeAll(budget);

        now[0] = now[0].minusSeconds(3600);

        assertThat(take(budget)).isFalse();
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> new CallBudget(0, time)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anActionOfAGroupHasOneBudgetForEverybody() {
        Budgets budgets = new Budgets(time);
        GroupKey group = new GroupKey("ros", "host", "account", "region");
        GroupKey other = new GroupKey("ros", "host", "account", "other");

        assertThat(budgets.of(group, "GetStack", 100))
                .isSameAs(budgets.of(new GroupKey("ros", "host", "account", "region"), "GetStack", 50))
                .isNotSameAs(budgets.of(group, "ListStacks", 100))
                .isNotSameAs(budgets.of(other, "GetStack", 100));
    }
}
