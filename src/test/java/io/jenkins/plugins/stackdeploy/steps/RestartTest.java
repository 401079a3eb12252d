package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills Jenkins after a number of calls have reached ROS: whatever was going on, everything is done once. */
class RestartTest {
    private static final String SCRIPT = """
            node { checkout scm
              def a = rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local', secretParameters: [Password: 'db-password']
              def b = rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local', parameters: [Name: 'second'], secretParameters: [Password: 'db-password']
              def c = rosDelete stackName: 'web', connection: 'local'
              echo "done ${a.action} ${b.action} ${c.status}"
            }
            """;

    @TempDir
    Path folder;

    private DeployFixture fixture;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void deploysOnceThroughAKillAfterCalls(int calls) throws Exception {
        fixture = new DeployFixture(folder, 600);
        fixture.file("main.yaml", StepTemplates.taking(60));
        PipelineRun first = fixture.begin("p", SCRIPT, Map.of());
        LocalRos ros = fixture.ros;
        await().pollInterval(Duration.ofMillis(2))
                .atMost(DeployFixture.LIMIT)
                .until(() -> ros.requests().size() >= calls || !first.isBuilding());

        PipelineRun resumed = first.isBuilding() ? fixture.killAndResume("p") : first;
        Result result = resumed.awaitResult(DeployFixture.LIMIT);

        assertThat(result).as(resumed.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(resumed.getLog()).contains("done CREATE UPDATE DELETE_COMPLETE");
        assertThat(ros.effects("CreateStack")).hasSize(1);
        assertThat(ros.effects("UpdateStack")).hasSize(1);
        assertThat(ros.effects("DeleteStack")).hasSize(1);
    }
}
