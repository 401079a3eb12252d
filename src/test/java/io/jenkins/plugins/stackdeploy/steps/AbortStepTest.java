package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbortStepTest {
    @TempDir
    Path folder;

    private DeployFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 120);
        fixture.file("slow.yaml", StepTemplates.SLOW);
        fixture.file("failing.yaml", StepTemplates.FAILING);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private PipelineRun underWay(String more) throws Exception {
        PipelineRun run = fixture.begin("p", """
                node { checkout scm
                  rosDeploy stackName: 'web', template: 'slow.yaml', connection: 'local'%s }
                """.formatted(more), Map.of());
        await().atMost(DeployFixture.LIMIT).until(() -> run.getLog().contains("ROS accepted the request"));
        return run;
    }

    @Test
    void abortLeavesTheOperationRunning() throws Exception {
        PipelineRun run = underWay("");
        run.abort("bob");
        assertThat(run.awaitResult(DeployFixture.LIMIT)).as(run.getLog()).isEqualTo(Result.ABORTED);
        assertThat(run.getLog()).contains("goes on in ROS (onAbort: leave)");
        assertThat(fixture.ros.count("CancelStackOperation")).isZero();
    }

    @Test
    void abortCancelsTheOperationWhenAskedTo() throws Exception {
        PipelineRun run = underWay(", onAbort: 'cancel'");
        run.abort("bob");
        await().atMost(DeployFixture.LIMIT).until(() -> run.getLog().contains("asking ROS to cancel"));
        // Cancelling safely waits for the resource that is being created, which takes an hour: a restart must not
        // forget it.
        PipelineRun resumed = fixture.killAndResume("p");
        int before = fixture.ros.requests().size();
        await().atMost(DeployFixture.LIMIT).until(() -> fixture.ros.requests().size() >= before + 2);
        assertThat(resumed.isBuilding()).as(resumed.getLog()).isTrue();
        assertThat(fixture.ros.effects("CancelStackOperation")).hasSize(1);
        assertThat(fixture.ros.effects("CreateStack")).hasSize(1);
    }

    @Test
    void waitingStepTellsWhatItWaitsForAndLetsJenkinsRestart() throws Exception {
        PipelineRun run = underWay("");
        PipelineRun resumed = fixture.killAndResume("p");
        assertThat(run).isNotSameAs(resumed);
        await().atMost(DeployFixture.LIMIT)
                .until(() -> DeployService.get().watcher().size() == 1);
        resumed.abort("bob");
        assertThat(resumed.awaitResult(DeployFixture.LIMIT)).isEqualTo(Result.ABORTED);
        assertThat(fixture.ros.effects("CreateStack")).hasSize(1);
    }

    @Test
    void failedDeploymentMakesTheBuildUnstableAndGoesOn() throws Exception {
        DeployFixture.Ended ended = fixture.run("""
                node { checkout scm
                  def r = rosDeploy stackName: 'web', template: 'failing.yaml', connection: 'local', onFailure: 'unstable'
                  echo "went on: ${r.status} ${r.failure}" }
                """);
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.UNSTABLE);
        assertThat(ended.log())
                .contains(
                        "went on: CREATE_ROLLBACK_COMPLETE Stack \"web\" was not created: Vpc (ALIYUN::ECS::VPC) failed:")
                .contains("(failing.yaml:");
    }

    @Test
    void failedDeploymentFailsTheBuildWithOneLine() throws Exception {
        DeployFixture.Ended ended = fixture.run("""
                node { checkout scm
                  rosDeploy stackName: 'web', template: 'failing.yaml', connection: 'local' }
                """);
        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.log())
                .contains("ERROR: Stack \"web\" was not created: Vpc (ALIYUN::ECS::VPC) failed:")
                .contains("Quota of VPCs exceeded")
                .doesNotContain("\tat ");
    }
}
