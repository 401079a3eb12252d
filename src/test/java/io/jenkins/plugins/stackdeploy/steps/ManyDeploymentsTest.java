package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyDeploymentsTest {
    @TempDir
    Path folder;

    private DeployFixture fixture;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void twoHundredDeploymentsWaitOnTwelveThreads() throws Exception {
        fixture = new DeployFixture(folder, 60);
        fixture.file("main.yaml", StepTemplates.taking(150));
        List<PipelineRun> runs = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            runs.add(fixture.begin("job" + number, """
                    node { checkout scm
                      rosDeploy stackName: 'stack%d', template: 'main.yaml', connection: 'local' }
                    """.formatted(number), Map.of()));
        }
        AtomicInteger most = new AtomicInteger();
        for (PipelineRun run : runs) {
            while (run.isBuilding()) {
                most.accumulateAndGet(pluginThreads(), Math::max);
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(run.awaitResult(Duration.ofSeconds(60))).as(run.getLog()).isEqualTo(Result.SUCCESS);
        }

        assertThat(most.get()).isPositive().isLessThanOrEqualTo(12);
        assertThat(fixture.ros.effects("CreateStack")).hasSize(200);
    }

    private static int pluginThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                // Those that read workspaces have done with a deployment before it waits, and end when they are idle.
                .filter(name -> name.startsWith("stack-deploy-") && !name.startsWith("stack-deploy-reading-"))
                .count();
    }
}
