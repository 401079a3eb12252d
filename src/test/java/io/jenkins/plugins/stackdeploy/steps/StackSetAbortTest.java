package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds with stack sets that are stopped, or whose instances fail. */
class StackSetAbortTest {
    private static final String DEPLOY = """
            node { checkout scm
              def r = stackSetDeploy stackSetName: 'web', template: 'main.yaml', connection: 'aws',
                deploymentTargets: '111111222222,333333444444', regions: 'us-east-1'%s
              echo "went on: ${r.status} ${r.counts} ${r.failure}" }
            """;

    @TempDir
    Path folder;

    private AwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new AwsFixture(folder, 120);
        fixture.file("main.yaml", StackSetReader.TEMPLATE);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private PipelineRun underWay(String more) throws Exception {
        fixture.aws.durations().set("*", "*", 36_000);
        PipelineRun run = fixture.begin("p", DEPLOY.formatted(more), Map.of());
        await().atMost(JenkinsFixture.LIMIT).until(() -> run.getLog().contains("CloudFormation accepted operation"));
        return run;
    }

    @Test
    void abortLeavesTheOperationRunning() throws Exception {
        PipelineRun run = underWay("");
        run.abort("bob");
        assertThat(run.awaitResult(JenkinsFixture.LIMIT)).as(run.getLog()).isEqualTo(Result.ABORTED);
        assertThat(run.getLog()).contains("goes on in CloudFormation (onAbort: leave)");
        assertThat(fixture.aws.count("StopStackSetOperation")).isZero();
    }

    @Test
    void abortStopsTheOperationWhenAskedToAndARestartDoesNotForgetIt() throws Exception {
        PipelineRun run = underWay(", onAbort: 'cancel'");
        run.abort("bob");
        await().atMost(JenkinsFixture.LIMIT).until(() -> run.getLog().contains("asking CloudFormation to stop"));
        PipelineRun resumed = fixture.killAndResume("p");
        int before = fixture.aws.requests().size();
        await().atMost(JenkinsFixture.LIMIT).until(() -> fixture.aws.requests().size() >= before + 2);
        assertThat(resumed.isBuilding()).as(resumed.getLog()).isTrue();
        assertThat(fixture.aws.effects("StopStackSetOperation")).hasSize(1);
        assertThat(fixture.aws.effects("CreateStackInstances")).hasSize(1);
    }

    @Test
    void failedInstanceFailsTheBuildWithItsAccountAndReason() throws Exception {
        fixture.aws
                .failures()
                .add(InstanceFailure.always("web", "333333444444", "us-east-1", "Quota of topics exceeded"));
        JenkinsFixture.Ended ended = fixture.run(DEPLOY.formatted(""));
        assertThat(ended.result()).as(ended.log()).isEqualTo(Result.FAILURE);
        assertThat(ended.log())
                .contains("ERROR: Stack set \"web\"", "333333444444", "Quota of topics exceeded")
                .doesNotContain("went on", "\tat ");
    }

    @Test
    void failureWithinTheToleranceMakesTheBuildUnstableUnlessItIsTolerated() throws Exception {
        fixture.aws
                .failures()
                .add(InstanceFailure.always("*", "333333444444", "us-east-1", "Quota of topics exceeded"));
        JenkinsFixture.Ended unstable =
                fixture.run(DEPLOY.formatted(", failureToleranceCount: 1, onFailure: 'unstable'"));
        assertThat(unstable.result()).as(unstable.log()).isEqualTo(Result.UNSTABLE);
        assertThat(unstable.log()).contains("went on: SUCCEEDED", "Stack set \"web\": 1 of 2");

        JenkinsFixture.Ended tolerated = fixture.run(DEPLOY.replace("'web'", "'other'")
                .formatted(", failureToleranceCount: 1, instanceFailures: 'tolerate'"));
        assertThat(tolerated.result()).as(tolerated.log()).isEqualTo(Result.SUCCESS);
        assertThat(tolerated.log()).contains("went on: SUCCEEDED", "null", "Quota of topics exceeded");
    }
}
