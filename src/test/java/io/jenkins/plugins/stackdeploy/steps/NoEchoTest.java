package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.stackdeploy.embedded.PipelineRun;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that is given in clear although the template hides it. */
class NoEchoTest {
    private static final String VALUE = "hunter2-of-the-template";

    @TempDir
    Path folder;

    private static List<String> kept(Path build) throws IOException {
        try (Stream<Path> files = Files.walk(build.resolve("stack-deploy"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException unreadable) {
                            throw new AssertionError(unreadable);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void isDeployedThroughARestartAndNeitherSavedNorShown() throws Exception {
        DeployFixture fixture = new DeployFixture(folder, 60);
        try {
            fixture.file(
                    "main.yaml",
                    StepTemplates.taking(60).replace("Default: none", "AllowedPattern: 'hunter2-of-the-[a-z]+'"));
            PipelineRun first = fixture.begin(
                    "p",
                    "node { checkout scm\n rosDeploy stackName: 'web', template: 'main.yaml', connection: 'local', parameters: [Password: '"
                            + VALUE + "'] }",
                    Map.of());
            await().atMost(DeployFixture.LIMIT)
                    .until(() -> !fixture.ros.requests().isEmpty() || !first.isBuilding());

            PipelineRun resumed = fixture.killAndResume("p");

            assertThat(resumed.awaitResult(DeployFixture.LIMIT))
                    .as(resumed.getLog())
                    .isEqualTo(Result.SUCCESS);
            assertThat(resumed.getLog())
                    .contains("Password: given in clear though the template hides the value (NoEcho)")
                    .doesNotContain(VALUE);
            assertThat(kept(resumed.getRootDir().toPath()))
                    .hasSizeGreaterThan(2)
                    .noneMatch(text -> text.contains(VALUE));
        } finally {
            fixture.close();
        }
    }

    @Test
    void comesBackFromWhatIsKept() throws Exception {
        try (StackSetReader reader = new StackSetReader(folder)) {
            DeployJob job =
                    reader.job(StackSetDeployStep.class, Map.of("parameters", Map.of("Password", VALUE, "Name", "n")));
            DeploymentFiles files = new DeploymentFiles(reader.run(), "id");
            files.saveRequest(job);

            DeployJob read = files.request(DeployJob.class).orElseThrow();

            assertThat(BuildSecrets.values(read, reader.run())).isEqualTo(Map.of("Password", VALUE));
            assertThat(kept(reader.run().getRootDir().toPath())).hasSize(1).noneMatch(text -> text.contains(VALUE));
        }
    }

    @Test
    void isRefusedWhereAPlanWouldHoldIt() throws Exception {
        try (StackSetReader reader = new StackSetReader(folder)) {
            String refusal = reader.refusal(StackSetPlanStep.class, Map.of("parameters", Map.of("Password", VALUE)));

            assertThat(refusal)
                    .contains("the template hides the value of Password (NoEcho)")
                    .doesNotContain(VALUE);
        }
    }
}
