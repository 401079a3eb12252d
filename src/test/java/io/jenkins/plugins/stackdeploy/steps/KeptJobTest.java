package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.ros.RosStatusRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that is kept with a build is the same after a restart. */
class KeptJobTest {
    @TempDir
    Path folder;

    private StackSetReader reader;

    @BeforeEach
    void start() throws Exception {
        reader = new StackSetReader(folder);
    }

    @AfterEach
    void stop() {
        reader.close();
    }

    private DeployJob keptAndRead(DeployJob job) throws Exception {
        DeploymentFiles files = new DeploymentFiles(reader.run(), "id");
        files.saveRequest(job);
        return files.request(DeployJob.class).orElseThrow();
    }

    @Test
    void stackSetJobsComeBack() throws Exception {
        DeployJob deploy = reader.job(
                StackSetDeployStep.class,
                Map.of(
                        "deploymentTargets",
                        "111111222222",
                        "regions",
                        "us-east-1",
                        "secretParameters",
                        Map.of("Password", "db-password"),
                        "tags",
                        Map.of("Team", "web"),
                        "failureTolerancePercentage",
                        20,
                        "concurrencyMode",
                        "SOFT_FAILURE_TOLERANCE",
                        "managedExecution",
                        true));
        DeployJob instances = reader.job(StackInstancesStep.class, Map.of("resetOverrides", true));
        DeployJob kept = reader.job(StackInstancesStep.class, Map.of());
        DeployJob delete = reader.job(StackSetDeleteStep.class, Map.of("retainStacks", true));

        assertThat(keptAndRead(deploy)).isEqualTo(deploy);
        assertThat(keptAndRead(instances)).isEqualTo(instances).isNotEqualTo(kept);
        assertThat(keptAndRead(kept)).isEqualTo(kept);
        assertThat(keptAndRead(delete)).isEqualTo(delete);
    }

    @Test
    void rosJobsComeBack() throws Exception {
        DeployJob status = new RosJob(
                new AlibabaTarget("ros", null, null, null),
                null,
                null,
                new RosStatusRequest("web", true, 20),
                Map.of(),
                List.of());

        assertThat(keptAndRead(status)).isEqualTo(status);
    }

    @Test
    void whatIsKeptHoldsNoSecret() throws Exception {
        keptAndRead(
                reader.job(StackSetDeployStep.class, Map.of("secretParameters", Map.of("Password", "db-password"))));

        Path file = reader.run().getRootDir().toPath().resolve("stack-deploy/id/request.json");
        assertThat(Files.readString(file)).contains("db-password").doesNotContain(AwsFixture.PASSWORD);
    }
}
