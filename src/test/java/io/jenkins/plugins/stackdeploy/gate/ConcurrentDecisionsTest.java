package io.jenkins.plugins.stackdeploy.gate;

import static io.jenkins.plugins.stackdeploy.gate.GateFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred people who click at the same moment. */
class ConcurrentDecisionsTest {
    private static final int CLICKS = 100;

    @TempDir
    Path folder;

    private interface Click {
        void by(int number) throws Exception;
    }

    /** Lets all click at once, and counts the clicks that were taken. */
    private static int clickAtOnce(Click click) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLICKS);
        CyclicBarrier together = new CyclicBarrier(CLICKS);
        AtomicInteger taken = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CLICKS; i++) {
            int number = i;
            all.add(threads.submit(() -> {
                together.await(30, TimeUnit.SECONDS);
                try {
                    click.by(number);
                    taken.incrementAndGet();
                } catch (RefusedException late) {
                    assertThat(late.refusal().kind()).isEqualTo(Refusal.Kind.CONFLICT);
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        return taken.get();
    }

    @RepeatedTest(5)
    void approvalsAndRejectionsHaveOneOutcome() throws Exception {
        GateFixture fixture = new GateFixture(folder, GatePolicy.of(GateRule.some(5, List.of(), List.of("ops"))));

        int taken = clickAtOnce(number -> {
            if (number % 10 == 0) {
                fixture.gate.reject(person("u" + number, "ops"), null);
            } else {
                fixture.approve("u" + number, "ops");
            }
        });

        assertLedgerIsWhole(fixture, taken);
        long rejections = fixture.gate.decisions().stream()
                .filter(decision -> decision.kind() == Decision.Kind.REJECT)
                .count();
        assertThat(fixture.gate.state()).isEqualTo(rejections == 1 ? GateState.REJECTED : GateState.APPROVED);
        assertThat(rejections).isLessThanOrEqualTo(1);
        assertThat(taken).isLessThanOrEqualTo(5);
    }

    @Test
    void asManyAsAreNeededAreTaken() throws Exception {
        GateFixture fixture = new GateFixture(folder, GatePolicy.of(GateRule.some(CLICKS, List.of(), List.of("ops"))));

        int taken = clickAtOnce(number -> fixture.approve("u" + number, "ops"));

        assertThat(taken).isEqualTo(CLICKS);
        assertThat(fixture.gate.state()).isEqualTo(GateState.APPROVED);
        assertLedgerIsWhole(fixture, taken);
    }

    /** Everything that was taken and nothing else is in the file, in order, with one end; everybody was told once. */
    private static void assertLedgerIsWhole(GateFixture fixture, int taken) throws Exception {
        List<Decision> inMemory = fixture.gate.decisions();
        fixture.reopen();
        List<Decision> onDisk = fixture.gate.decisions();
        assertThat(onDisk).isEqualTo(inMemory).hasSize(taken + 1);
        assertThat(onDisk)
                .extracting(Decision::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, taken + 1).boxed().toList());
        assertThat(onDisk).filteredOn(decision -> decision.state() != null).containsExactly(onDisk.get(taken));
        assertThat(fixture.told).containsExactlyInAnyOrderElementsOf(onDisk);
    }
}
