package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The watcher in virtual time. */
class WatcherTest {
    private final VirtualTime time = new VirtualTime();
    private final Watcher watcher = time.watcher();
    private final FakeLooker looker = new FakeLooker();

    private FakeWait watch(String id) {
        FakeWait wait = new FakeWait("group", id, looker);
        watcher.watch(wait);
        return wait;
    }

    private static CloudException failure(FaultKind kind) {
        return new CloudException(kind, "ListStacks", "Code", "a message", null);
    }

    @Test
    void aThousandWaitsShareTwentyLooks() {
        List<FakeWait> waits = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            waits.add(watch("id-" + number));
        }

        time.pass(Duration.ofMillis(100));

        assertThat(looker.sizes).hasSize(20).containsOnly(50);
        assertThat(waits).allSatisfy(wait -> assertThat(wait.turns)
                .extracting(Look::id)
                .containsExactly(wait.sharedLook().orElseThrow()));
        time.pass(Duration.ofSeconds(10));
        assertThat(looker.sizes).hasSizeBetween(200, 240);
        assertThat(watcher.looks()).isEqualTo(looker.sizes.size());
    }

    @Test
    void whoLooksAtTheSameStackSharesOneId() {
        FakeWait one = watch("same");
        FakeWait other = watch("same");

        time.pass(Duration.ofMillis(100));

        assertThat(looker.sizes).containsExactly(1);
        assertThat(one.turns).isEqualTo(other.turns).hasSize(1);
    }

    private FakeWait watchLoosely(String id, Duration pause) {
        FakeWait wait = new FakeWait("group", id, looker);
        wait.sooner = true;
        wait.pause = pause;
        watcher.watch(wait);
        return wait;
    }

    @Test
    void whoHasTimeGoesAlongWithALookThatIsMadeAnyway() {
        FakeWait patient = watchLoosely("patient", Duration.ofSeconds(30));
        FakeWait strict = watch("strict");
        strict.pause = Duration.ofSeconds(30);
        time.pass(Duration.ofSeconds(1));
        FakeWait hurried = watchLoosely("hurried", Duration.ofSeconds(2));

        time.pass(Duration.ofSeconds(9));

        assertThat(looker.sizes).containsOnly(2).hasSize(6);
        assertThat(hurried.turns).hasSize(5);
        assertThat(patient.turns).hasSize(6);
        assertThat(strict.turns).as("not before its time").hasSize(1);
    }

    @Test
    void aLookIsFilledWithThoseWhoAreDueNext() {
        for (int number = 0; number < 120; number++) {
            watchLoosely("id-" + number, Duration.ofSeconds(20 + number));
        }
        time.pass(Duration.ofSeconds(1));
        looker.sizes.clear();

        time.pass(Duration.ofSeconds(30));

        assertThat(looker.sizes).containsOnly(50).hasSizeLessThan(12);
    }

    @Test
    void thoseWhoComeOneAfterTheOtherAreLookedAtTogether() {
        for (int number = 0; number < 40; number++) {
            watchLoosely("id-" + number, Duration.ofSeconds(60));
            time.pass(Duration.ofMillis(50));
        }

        assertThat(looker.sizes).hasSizeBetween(4, 6);
    }

    /** A wait whose looks are at one thing only, with a looker of its own for it. */
    private FakeWait watchOneThing(String id, List<String> looks) {
        FakeWait wait = new FakeWait("group", id, new FakeLooker() {
            @Override
            public int most() {
                return 1;
            }

            @Override
            public Map<String, Look> look(Collection<String> ids) throws CloudException {
                ids.forEach(each -> looks.add(id + " at " + each));
                return super.look(ids);
            }
        });
        wait.sharesCalls = false;
        wait.sooner = true;
        wait.pause = Duration.ofSeconds(6);
        watcher.watch(wait);
        return wait;
    }

    @Test
    void whoseThingNobodyElseLooksAtLooksForItself() {
        List<String> looks = new ArrayList<>();
        FakeWait one = watchOneThing("one", looks);
        watchOneThing("other", looks);

        time.pass(Duration.ofMinutes(1));

        assertThat(looks).isEmpty();
        assertThat(one.turns).hasSize(11).containsOnlyNulls();
    }

    @Test
    void whoComesToLookAtTheSameThingSharesLooksFromThenOnUntilTheyPart() {
        List<String> looks = new ArrayList<>();
        FakeWait one = watchOneThing("one", looks);
        time.pass(Duration.ofSeconds(1));
        FakeWait second = watchOneThing("one", looks);
        time.pass(Duration.ofMinutes(1));

        assertThat(looks).hasSizeBetween(9, 12).containsOnly("one at one");
        assertThat(one.turns).endsWith(new FakeWait.Seen("one"));
        assertThat(second.turns).endsWith(new FakeWait.Seen("one"));
        second.lastTurn = 1;
        time.pass(Duration.ofSeconds(13));
        looks.clear();
        one.turns.clear();
        time.pass(Duration.ofMinutes(1));

        assertThat(looks).isEmpty();
        assertThat(one.turns).hasSize(10).containsOnlyNulls();
    }

    @Test
    void aLookIsMadeByALookerThatKnowsTheThing() {
        List<String> looks = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            watchOneThing("thing-" + number % 3, looks);
        }

        time.pass(Duration.ofMinutes(1));

        assertThat(looks)
                .contains("thing-0 at thing-0", "thing-1 at thing-1", "thing-2 at thing-2")
                .hasSizeBetween(27, 40);
        assertThat(new HashSet<>(looks)).hasSize(3);
    }

    @Test
    void whoComesWhileOthersAreLookedAtIsGatheredToo() {
        FakeLooker looked = new FakeLooker() {
            @Override
            public Map<String, Look> look(Collection<String> ids) throws CloudException {
                Map<String, Look> seen = super.look(ids);
                watchForAMinute("id-" + sizes.size(), this);
                return seen;
            }
        };
        watchForAMinute("id-0", looked);

        time.pass(Duration.ofMillis(2_100));

        assertThat(looked.sizes).hasSizeBetween(4, 6);
    }

    private void watchForAMinute(String id, Looker looked) {
        FakeWait wait = new FakeWait("group", id, looked);
        wait.pause = Duration.ofSeconds(60);
        watcher.watch(wait);
    }

    @Test
    void whoHasNoCallsLeftKeepsItsPlace() {
        CallBudget budget = new CallBudget(60, time);
        List<List<String>> seen = new ArrayList<>();
        Looker thrifty = new FakeLooker() {
            @Override
            public Map<String, Look> look(Collection<String> ids) throws CloudException {
                budget.take(Priority.STATUS);
                seen.add(List.copyOf(ids));
                return super.look(ids);
            }
        };
        for (int number = 0; number < 3_000; number++) {
            FakeWait wait = new FakeWait("group", "id-" + number, thrifty);
            wait.sooner = true;
            wait.pause = Duration.ofSeconds(1);
            watcher.watch(wait);
        }

        time.pass(Duration.ofMinutes(4));

        assertThat(seen).hasSizeBetween(190, 210);
        assertThat(seen.subList(0, 180).stream().flatMap(List::stream).distinct())
                .as("everybody, three times")
                .hasSize(3_000);
        assertThat(seen.subList(0, 60).stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(3_000);
    }

    @Test
    void withoutASharedLookNobodyIsEarly() {
        FakeWait wait = watch(null);

        time.pass(Duration.ofMillis(999));
        assertThat(wait.turns).hasSize(1).containsOnlyNulls();
        time.pass(Duration.ofMillis(1));
        assertThat(wait.turns).hasSize(2);
        assertThat(looker.sizes).isEmpty();
    }

    @Test
    void whatALookDoesNotShowIsLeftToTheWaitItself() {
        Looker blind = new FakeLooker() {
            @Override
            public Map<String, Look> look(Collection<String> ids) {
                return Map.of();
            }
        };
        FakeWait wait = new FakeWait("group", "id", blind);
        watcher.watch(wait);

        time.pass(Duration.ofMillis(100));

        assertThat(wait.turns).hasSize(1).containsOnlyNulls();
    }

    @Test
    void aLookThatFailsForPassingReasonsPostponesAndBacksOff() {
        looker.failure = failure(FaultKind.TRANSIENT);
        FakeWait wait = watch("id");
        wait.pause = Duration.ofSeconds(60);

        time.pass(Duration.ofMinutes(3));
        assertThat(wait.turns).isEmpty();
        assertThat(wait.postponements)
                .hasSizeBetween(3, 4)
                .allMatch(why -> why.startsWith("ListStacks (Code): a message"));

        looker.failure = null;
        time.pass(Duration.ofMinutes(1));
        assertThat(wait.turns).hasSize(1);
    }

    @Test
    void aLookThatIsDeniedIsNotTriedAgain() {
        looker.failure = failure(FaultKind.DENIED);
        FakeWait wait = watch("id");

        time.pass(Duration.ofSeconds(10));

        assertThat(looker.sizes).hasSize(1);
        assertThat(wait.turns).hasSizeGreaterThan(9).containsOnlyNulls();
    }

    @Test
    void aLookWhoseRequestIsRefusedIsLeftToEachOneThisTime() {
        looker.failure = failure(FaultKind.REFUSED);
        FakeWait wait = watch("id");

        time.pass(Duration.ofMillis(100));
        looker.failure = null;
        time.pass(Duration.ofSeconds(1));

        assertThat(wait.turns).hasSize(2);
        assertThat(wait.turns.get(0)).isNull();
        assertThat(wait.turns.get(1)).isNotNull();
    }

    @Test
    void overBudgetPostponesForAsLongAsTheBudgetSays() {
        CallBudget budget = new CallBudget(5, time);
        Looker thrifty = new FakeLooker() {
            @Override
            public Map<String, Look> look(Collection<String> ids) throws CloudException {
                budget.take(Priority.STATUS);
                return super.look(ids);
            }
        };
        FakeWait wait = new FakeWait("group", "id", thrifty);
        wait.pause = Duration.ofSeconds(5);
        watcher.watch(wait);

        time.pass(Duration.ofMinutes(5));

        assertThat(wait.turns).hasSizeBetween(20, 22);
        assertThat(wait.postponements).isNotEmpty().allMatch(why -> why.startsWith("null "));
    }

    @Test
    void wakingGivesATurnAtOnce() {
        FakeWait wait = watch("id");
        wait.pause = Duration.ofHours(1);
        time.pass(Duration.ofMinutes(1));
        assertThat(wait.turns).hasSize(1);

        watcher.wake(wait);
        time.pass(Duration.ZERO);

        assertThat(wait.turns).hasSize(2);
    }

    @Test
    void wakingDuringATurnGivesAnotherRightAfterIt() {
        FakeWait wait = new FakeWait("group", null, looker) {
            @Override
            void during() {
                if (turns.size() == 1) {
                    watcher.wake(this);
                }
            }
        };
        wait.pause = Duration.ofHours(1);
        watcher.watch(wait);

        time.pass(Duration.ofMinutes(1));

        assertThat(wait.turns).hasSize(2);
    }

    @Test
    void wakingSomethingThatIsNotWatchedDoesNothing() {
        FakeWait over = watch(null);
        over.lastTurn = 1;
        time.pass(Duration.ofSeconds(1));
        assertThat(watcher.size()).isZero();

        watcher.wake(over);
        watcher.wake(new FakeWait("unknown", null, looker));
        time.pass(Duration.ofMinutes(1));

        assertThat(over.turns).hasSize(1);
    }

    static List<Runnable> defects() {
        return List.of(
                () -> {
                    throw new IllegalStateException("a defect");
                },
                () -> {
                    throw new StackOverflowError("a defect");
                });
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectInOneWaitNeitherEndsItNorHarmsOthers(Runnable defect) {
        FakeWait defective = new FakeWait("group", "defective", looker) {
            @Override
            void during() {
                defect.run();
            }
        };
        FakeWait unsure = new FakeWait("group", "unsure", looker) {
            @Override
            public Optional<String> sharedLook() {
                defect.run();
                return Optional.empty();
            }
        };
        watcher.watch(defective);
        watcher.watch(unsure);
        FakeWait sound = watch("sound");

        time.pass(Duration.ofSeconds(30));

        assertThat(defective.turns).hasSizeBetween(3, 4);
        assertThat(unsure.turns).hasSizeGreaterThan(20).containsOnlyNulls();
        assertThat(sound.turns).hasSizeGreaterThan(20).doesNotContainNull();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aLookerThatIsDefectiveIsTriedAgain(Runnable defect) {
        boolean[] broken = {true};
        FakeWait wait = new FakeWait("group", "id", looker) {
            @Override
            public Looker looker() {
                if (broken[0]) {
                    defect.run();
                }
                return super.looker();
            }
        };
        watcher.watch(wait);
        time.pass(Duration.ofSeconds(1));
        assertThat(wait.postponements).isNotEmpty();

        broken[0] = false;
        time.pass(Duration.ofSeconds(30));
        assertThat(wait.turns).isNotEmpty().doesNotContainNull();
    }

    @Test
    void listingIsTriedAgainAnHourAfterItWasDenied() {
        looker.failure = failure(FaultKind.DENIED);
        FakeWait wait = watch("id");
        wait.pause = Duration.ofMinutes(1);
        time.pass(Duration.ofMinutes(59));
        assertThat(looker.sizes).hasSize(1);
        assertThat(watcher.snapshot().groups().get(0).ownLooks()).isTrue();

        looker.failure = null;
        time.pass(Duration.ofMinutes(3));

        assertThat(looker.sizes).hasSizeGreaterThan(1);
        assertThat(wait.turns.get(wait.turns.size() - 1)).isNotNull();
        assertThat(watcher.snapshot().groups().get(0).ownLooks()).isFalse();
    }

    @Test
    void aGroupWithoutWaitsIsForgottenAndMayComeAgain() {
        FakeWait wait = watch("id");
        wait.lastTurn = 2;
        assertThat(watcher.snapshot().groups()).hasSize(1);

        time.pass(Duration.ofSeconds(10));

        assertThat(watcher.snapshot().groups()).isEmpty();
        watcher.wake(wait);
        FakeWait later = watch("id");
        time.pass(Duration.ofSeconds(1));
        assertThat(later.turns).isNotEmpty();
    }

    @Test
    void aSnapshotTellsOfWaitsLooksAndBudgets() {
        Budgets budgets = new Budgets(time);
        Watcher watched = time.watcher(budgets);
        FakeWait frequent = new FakeWait("a", "one", looker);
        FakeWait rare = new FakeWait("a", "two", looker);
        rare.pause = Duration.ofMinutes(10);
        watched.watch(frequent);
        watched.watch(rare);
        Instant begin = time.instant();
        CallBudget busy = budgets.of(frequent.group(), "ListStacks", 100);
        budgets.of(new GroupKey("fake", "a", "idle", "region"), "GetStack", 100).take(Priority.WRITE);
        time.pass(Duration.ofSeconds(30));
        busy.take(Priority.STATUS);
        busy.throttled();

        WatcherSnapshot snapshot = watched.snapshot();

        assertThat(snapshot.waits()).isEqualTo(2);
        assertThat(snapshot.at()).isEqualTo(time.instant());
        assertThat(snapshot.groups()).extracting(group -> group.key().account()).containsExactly("account", "idle");
        GroupSnapshot group = snapshot.groups().get(0);
        assertThat(group.waits()).isEqualTo(2);
        assertThat(group.due()).isZero();
        assertThat(group.looks()).isEqualTo(looker.sizes.size());
        assertThat(group.turns()).isEqualTo(frequent.turns.size() + rare.turns.size());
        assertThat(group.oldestTurn()).isEqualTo(begin);
        assertThat(group.calls()).isEqualTo(1);
        assertThat(group.throttles()).isEqualTo(1);
        assertThat(group.lastThrottled()).contains(time.instant());
        assertThat(group.throttledSince()).contains(time.instant());
        assertThat(group.budgets().get(0).rate()).isEqualTo(40);

        time.pass(Duration.ofMinutes(5));
        assertThat(watched.snapshot().groups().get(0).throttledSince())
                .as("over")
                .isEmpty();
    }

    @Test
    void twoHundredWaitsAndTheirFirstLooksAfterARestart() {
        CallBudget budget = new CallBudget(100, time);
        Looker limited = new FakeLooker() {
            @Override
            public Map<String, Look> look(Collection<String> ids) throws CloudException {
                budget.take(Priority.STATUS);
                return super.look(ids);
            }
        };
        List<FakeWait> waits = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            FakeWait wait = new FakeWait("group", "id-" + number, limited);
            wait.sooner = true;
            wait.pause = Duration.ofSeconds(6);
            waits.add(wait);
            watcher.watch(wait);
            time.pass(Duration.ofMillis(10));
        }

        time.pass(Duration.ofSeconds(3));

        assertThat(waits).allSatisfy(wait -> {
            assertThat(wait.turns).isNotEmpty();
            assertThat(wait.postponements).isEmpty();
        });
        assertThat(((FakeLooker) limited).sizes).hasSizeLessThan(20);
    }

    @Test
    void aClosedWatcherGivesNoMoreTurns() {
        FakeWait wait = watch("id");
        time.pass(Duration.ofSeconds(1));
        int turns = wait.turns.size();

        watcher.close();
        time.pass(Duration.ofMinutes(1));

        assertThat(wait.turns).hasSize(turns);
    }
}
