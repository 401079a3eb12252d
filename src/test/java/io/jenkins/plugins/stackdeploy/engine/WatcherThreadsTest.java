package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watcher on its real threads. */
class WatcherThreadsTest {
    private final Watcher watcher = new Watcher(InstantSource.system(), new Budgets(InstantSource.system()));
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        watcher.close();
    }

    private final class Wait extends FakeWait {
        Wait(String group, String id, Looker looker) {
            super(group, id, looker);
            pause = Duration.ofMillis(20);
        }

        @Override
        void during() {
            threads.add(Thread.currentThread());
        }
    }

    @Test
    void aThousandWaitsTakeAtMostEightDaemonThreadsAndNoTurnsOverlap() {
        FakeLooker looker = new FakeLooker();
        List<Wait> waits = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            Wait wait = new Wait("group-" + number % 5, "id-" + number, looker);
            wait.lastTurn = 5;
            waits.add(wait);
            watcher.watch(wait);
        }
        // Waking at random moments must not let turns overlap.
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(() -> {
            waits.forEach(watcher::wake);
            return watcher.size() == 0;
        });

        assertThat(waits).allSatisfy(wait -> {
            assertThat(wait.turns).hasSize(5);
            assertThat(wait.overlaps).hasValue(0);
        });
        assertThat(looker.sizes).allMatch(size -> size <= 50);
        assertThat(threads).hasSizeLessThanOrEqualTo(Watcher.THREADS).allSatisfy(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).startsWith("stack-deploy-watcher-");
        });
    }

    @Test
    void aGroupWhoseCallsHangDoesNotHoldUpAnother() {
        CountDownLatch hanging = new CountDownLatch(1);
        Looker hangs = new FakeLooker() {
            @Override
            public Map<String, Look> look(Collection<String> ids) throws CloudException {
                sizes.add(ids.size());
                try {
                    hanging.await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
                return super.look(ids);
            }
        };
        for (int number = 0; number < 200; number++) {
            watcher.watch(new Wait("hanging", "id-" + number, hangs));
        }
        await().until(() -> !((FakeLooker) hangs).sizes.isEmpty());

        Wait lively = new Wait("lively", "id", new FakeLooker());
        watcher.watch(lively);

        await().until(() -> lively.turns.size() >= 10);
        hanging.countDown();
    }

    @Test
    void aClosedWatcherEndsItsThreads() {
        Wait wait = new Wait("group", null, new FakeLooker());
        watcher.watch(wait);
        await().until(() -> !wait.turns.isEmpty());

        watcher.close();

        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        watcher.watch(new Wait("group", null, new FakeLooker()));
        assertThat(watcher.size()).as("waits stay, without turns").isEqualTo(2);
    }
}
