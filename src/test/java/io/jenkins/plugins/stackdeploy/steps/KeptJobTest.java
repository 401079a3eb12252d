package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetExecuteRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetPlanRequest;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.plan.EstimatedCost;
import io.jenkins.plugins.stackdeploy.plan.InstanceChange;
import io.jenkins.plugins.stackdeploy.plan.InstanceGroup;
import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import io.jenkins.plugins.stackdeploy.plan.Replacement;
import io.jenkins.plugins.stackdeploy.plan.Rollout;
import io.jenkins.plugins.stackdeploy.plan.SettingChange;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.ros.RosExecuteRequest;
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
                new RosStatusRequest("web", true, 20),
                Map.of(),
                List.of(),
                Map.of());

        assertThat(keptAndRead(status)).isEqualTo(status);
    }

    @Test
    void stackSetPlansComeBack() throws Exception {
        StackSetJob planning = (StackSetJob) reader.job(
                StackSetPlanStep.class,
                Map.of("outdated", "refuse", "secretParameters", Map.of("Password", "db-password"), "callAs", "SELF"));

        assertThat(keptAndRead(planning)).isEqualTo(planning);
        StackSetDeployRequest deploy = ((StackSetPlanRequest) planning.request()).deploy();
        DeployJob execution = new StackSetJob(
                planning.target(),
                new StackSetExecuteRequest(stackSetPlan(), deploy, deploy.operations()),
                Map.of(),
                List.of(),
                Map.of());
        assertThat(keptAndRead(execution)).isEqualTo(execution);
    }

    @Test
    void aPlanThatIsToBeDeployedComesBack() throws Exception {
        Plan plan = new Plan(
                "ros",
                "web",
                "cn-hangzhou",
                "LTAI",
                "CREATE",
                true,
                "stack-1",
                "set-1",
                "stack-deploy-1",
                List.of(new PlannedChange(PlannedChange.ADD, "Vpc", "T", "", Replacement.NO, List.of("why"))),
                List.of(ParameterChange.between("Name", null, "a")),
                "",
                List.of(),
                null,
                new EstimatedCost(List.of(), "unknown"),
                Map.of("tags", Map.of("a", "b")),
                Map.of("status", "REVIEW_IN_PROGRESS"),
                Map.of(),
                "2026-11-22T08:00:00Z",
                "2026-11-23T08:00:00Z");
        DeployJob deploy = new RosJob(
                new AlibabaTarget("ros", null, null, null),
                new RosExecuteRequest(plan, null, EventDetail.CHANGES, true, 70),
                Map.of("Password", "db-password"),
                List.of(),
                Map.of());

        assertThat(keptAndRead(deploy)).isEqualTo(deploy);
    }

    @Test
    void whatIsKeptHoldsNoSecret() throws Exception {
        keptAndRead(
                reader.job(StackSetDeployStep.class, Map.of("secretParameters", Map.of("Password", "db-password"))));

        Path file = reader.run().getRootDir().toPath().resolve("stack-deploy/id/request.json");
        assertThat(Files.readString(file)).contains("db-password").doesNotContain(AwsFixture.PASSWORD);
    }

    private static Plan stackSetPlan() {
        return new Plan(
                "cloudformation",
                "web",
                "us-east-1",
                "AKIA",
                "UPDATE",
                true,
                "web:1",
                null,
                null,
                List.of(),
                List.of(),
                "",
                List.of(new SettingChange("description", null, "new")),
                new Rollout(
                        List.of("updating it"),
                        List.of(new InstanceGroup(
                                InstanceChange.UPDATE, "us-east-1", 1, List.of("111111222222"), List.of(), "abc")),
                        Map.of("maxConcurrentCount", "2"),
                        List.of("a note")),
                null,
                Map.of("regions", List.of("us-east-1")),
                Map.of("exists", true, "instances", Map.of("CURRENT", 1)),
                Map.of(),
                "2026-11-22T08:00:00Z",
                "2026-11-23T08:00:00Z");
    }
}
