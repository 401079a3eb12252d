package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.engine.GroupSnapshot;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart in the middle of 200 deployments and 50 gates: everything waits on at once, and the cloud hardly notices. */
class ManyRestartTest {
    private static final int DEPLOYMENTS = 200;
    private static final int GATES = 50;
    private static final String DEPLOYING = """
            node { checkout scm
              def all = [:]
              for (int i = 0; i < %d; i++) {
                def name = 'stack' + i
                all[name] = { rosDeploy stackName: name, template: 'main.yaml', connection: 'local' }
              }
              parallel all
            }
            """.formatted(DEPLOYMENTS);
    private static final String ASKING = """
            def all = [:]
            for (int i = 0; i < %d; i++) {
              def name = 'gate' + i
              all[name] = { manualGate name: name, approvers: ['bob'], timeoutMinutes: 600 }
            }
            parallel all
            """.formatted(GATES);

    @TempDir
    Path folder;

    private DeployFixture fixture;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static boolean areWatched() {
        List<GroupSnapshot> groups = DeployService.get().watcher().snapshot().groups();
        return groups.size() == 1
                && groups.get(0).waits() == DEPLOYMENTS
                && groups.get(0).looks() >= 4
                && groups.get(0).turns() >= DEPLOYMENTS;
    }

    private static int waitingGates(PipelineRun run, String text) throws IOException {
        return run.getLog().split(text, -1).length - 1;
    }

    @Test
    void everythingIsTakenUpAgainAtFewCalls() throws Exception {
        fixture = new DeployFixture(folder, 1);
        fixture.file("main.yaml", StepTemplates.taking(3600));
        fixture.begin("deploying", DEPLOYING, Map.of());
        PipelineRun asking = fixture.begin("asking", ASKING, Map.of());
        await().atMost(DeployFixture.LIMIT)
                .until(() -> fixture.ros.effects("CreateStack").size() == DEPLOYMENTS
                        && areWatched()
                        && waitingGates(asking, "Waiting for approval") == GATES);
        int before = fixture.ros.requests().size();

        fixture.killAndResume("deploying");
        PipelineRun resumed = fixture.jenkins.pipeline("asking").getLastBuild();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> areWatched() && waitingGates(resumed, "Still waiting after the restart") == GATES);

        List<RequestRecord> calls =
                fixture.ros.requests().subList(before, fixture.ros.requests().size());
        assertThat(calls).allMatch(request -> request.status() == 200);
        List<Instant> looks = calls.stream()
                .filter(request -> request.action().equals("ListStacks"))
                .map(RequestRecord::at)
                .toList();
        double seconds =
                Duration.between(looks.get(0), looks.get(looks.size() - 1)).toNanos() / 1e9 * JenkinsFixture.TIMES;
        // Four are full; besides those there is one in half a second, however slowly the 200 come back.
        assertThat(looks).hasSizeBetween(4, 5 + (int) (2 * seconds));
        assertThat(fixture.ros.effects("CreateStack")).hasSize(DEPLOYMENTS);
    }
}
