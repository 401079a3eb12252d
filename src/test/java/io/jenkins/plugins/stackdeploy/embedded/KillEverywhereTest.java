package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.cps.Boundaries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a build at every place where that makes a difference, one place in each round, and resumes it. */
class KillEverywhereTest {
    private static final String SCRIPT = """
            def list = []
            node {
                stage('One') {
                    for (x in ['a', 'b']) { list << remote(x) }
                }
                parallel p: { list << remote('p') }, q: { list << remote('q') }
                retry(2) {
                    timeout(time: 1, unit: 'HOURS') {
                        withEnv(['V=7']) { echo "V=${V} in ${pwd()}"; list << remote('t') }
                    }
                }
                try { remote(name: 'f', fail: true) } catch (e) { echo "caught ${e.message}" }
            }
            echo "collected ${list.size()}"
            """;

    @TempDir
    Path homes;

    @BeforeEach
    void forget() {
        RemoteWorld.reset();
    }

    @Test
    void everyOperationStartsOnceWhereverTheProcessDies() throws Exception {
        int boundary = 0;
        boolean killed;
        do {
            boundary++;
            RemoteWorld.reset();
            killed = runKillingAt(boundary);
        } while (killed);

        assertThat(boundary).as("places to die at").isGreaterThan(60);
    }

    /** @return whether the build reached that place at all */
    private boolean runKillingAt(int boundary) throws IOException, InterruptedException {
        Path home = homes.resolve(Integer.toString(boundary));
        KillSwitch kill = new KillSwitch(boundary);
        EmbeddedJenkins first = builder(home).boundaries(kill).start();
        kill.target.set(first);
        PipelineRun run = first.createPipeline("p", SCRIPT, null).schedule(Map.of(), "alice");
        boolean killed = kill.happenedBefore(run);
        if (!killed) {
            try (first) {
                check(run, boundary);
            }
            return false;
        }
        try (EmbeddedJenkins second = builder(home).start()) {
            PipelineRun resumed = second.pipeline("p").getBuildByNumber(1);
            resumed.awaitResult(Pipelines.LIMIT);
            check(resumed, boundary);
            assertThat(resumed.getLog()).contains("Resuming build at ");
        }
        return true;
    }

    private static EmbeddedJenkins.Builder builder(Path home) {
        return EmbeddedJenkins.builder(home).extension(new RemoteStep.DescriptorImpl());
    }

    private static void check(PipelineRun run, int boundary) throws IOException {
        assertThat(run.getResult())
                .as("boundary %d:%n%s", boundary, run.getLog())
                .isEqualTo(Result.SUCCESS);
        assertThat(RemoteWorld.started())
                .as("boundary %d:%n%s", boundary, run.getLog())
                .containsExactlyInAnyOrder("a", "b", "p", "q", "t", "f");
        assertThat(run.getLog()).contains("collected 5", "caught failed f", "V=7 in ", "Finished: SUCCESS");
    }

    /** Kills when a place is reached for the n-th time. */
    private static final class KillSwitch implements Boundaries {
        private final int boundary;
        private final AtomicInteger count = new AtomicInteger();
        private final AtomicReference<EmbeddedJenkins> target = new AtomicReference<>();
        private final CountDownLatch killed = new CountDownLatch(1);

        KillSwitch(int boundary) {
            this.boundary = boundary;
        }

        @Override
        public void reached(String place) {
            if (count.incrementAndGet() == boundary) {
                target.get().kill();
                killed.countDown();
                throw new KilledException(place);
            }
        }

        boolean happenedBefore(PipelineRun end) throws InterruptedException {
            long deadline = System.nanoTime() + Pipelines.LIMIT.toNanos();
            while (System.nanoTime() < deadline) {
                if (killed.await(5, TimeUnit.MILLISECONDS)) {
                    return true;
                }
                if (end.awaitEnd(Duration.ZERO).isPresent()) {
                    return false;
                }
            }
            throw new IllegalStateException("neither killed nor over after " + Duration.ofSeconds(60));
        }
    }
}
