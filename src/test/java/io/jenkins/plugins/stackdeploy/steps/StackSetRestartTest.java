package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAws;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills Jenkins after a number of calls have reached AWS: whatever was going on, everything is done once. */
class StackSetRestartTest {
    private static final String SCRIPT = """
            node { checkout scm
              def a = stackSetDeploy stackSetName: 'web', template: 'main.yaml', connection: 'aws',
                deploymentTargets: '111111222222', regions: 'us-east-1', secretParameters: [Password: 'db-password']
              def b = stackInstances stackSetName: 'web', connection: 'aws',
                deploymentTargets: ['111111222222', '333333444444'], regions: ['us-east-1']
              echo "done ${a.action} ${b.action} ${b.counts.CURRENT}"
            }
            """;

    @TempDir
    Path folder;

    private AwsFixture fixture;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6, 9})
    void deploysOnceThroughAKillAfterCalls(int calls) throws Exception {
        fixture = new AwsFixture(folder, 600);
        fixture.file("main.yaml", StackSetReader.TEMPLATE);
        PipelineRun first = fixture.begin("p", SCRIPT, Map.of());
        LocalAws aws = fixture.aws;
        await().pollInterval(Duration.ofMillis(2))
                .atMost(JenkinsFixture.LIMIT)
                .until(() -> aws.requests().size() >= calls || !first.isBuilding());

        PipelineRun resumed = first.isBuilding() ? fixture.killAndResume("p") : first;
        Result result = resumed.awaitResult(JenkinsFixture.LIMIT);

        assertThat(result).as(resumed.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(resumed.getLog()).contains("done CREATE INSTANCES 2").doesNotContain(AwsFixture.PASSWORD);
        assertThat(aws.effects("CreateStackSet")).hasSize(1);
        assertThat(aws.operations()).hasSize(2);
    }
}
