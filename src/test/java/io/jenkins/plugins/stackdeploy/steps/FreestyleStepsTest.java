package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import hudson.tasks.Builder;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreestyleStepsTest {
    @TempDir
    Path folder;

    private DeployFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new DeployFixture(folder, 120);
        fixture.file("main.yaml", StepTemplates.VPC);
        fixture.file("slow.yaml", StepTemplates.SLOW);
        fixture.file("failing.yaml", StepTemplates.FAILING);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private FreestyleRun run(Builder... steps) throws Exception {
        return fixture.beginFreestyle("f", steps);
    }

    private static RosDeployStep step(String name, String template) {
        RosDeployStep step = new RosDeployStep(name);
        step.setConnection("local");
        step.setTemplate(template);
        return step;
    }

    @Test
    void outputsReachLaterStepsAndTheResultFile() throws Exception {
        RosDeployStep deploy = step("web-${BUILD_NUMBER}", "main.yaml");
        deploy.setParametersText("Name=from-${JOB_NAME}\n");
        deploy.setSecretParametersText("Password=db-password");
        RosDeployBuilder builder = new RosDeployBuilder(deploy);
        builder.setResultFile("out/result.json");

        FreestyleRun run = run(
                builder,
                new ShowVariable("ROS_STACK_NAME"),
                new ShowVariable("ROS_STACK_ACTION"),
                new ShowVariable("ROS_OUTPUT_VpcId"));

        assertThat(run.awaitResult(DeployFixture.LIMIT)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog())
                .contains("ROS_STACK_NAME=web-1", "ROS_STACK_ACTION=CREATE", "ROS_OUTPUT_VpcId=vpc-")
                .doesNotContain(DeployFixture.PASSWORD);
        Path result = folder.resolve("home/workspace/f/out/result.json");
        assertThat(Files.readString(result)).contains("\"status\" : \"CREATE_COMPLETE\"", "\"VpcId\"");
    }

    @Test
    void failureFailsTheBuildUnlessToldOtherwise() throws Exception {
        RosDeployStep unstable = step("a", "failing.yaml");
        unstable.setOnFailure("unstable");
        FreestyleRun first = run(new RosDeployBuilder(unstable), new ShowVariable("ROS_STACK_STATUS"));
        assertThat(first.awaitResult(DeployFixture.LIMIT)).as(first.getLog()).isEqualTo(Result.UNSTABLE);
        assertThat(first.getLog())
                .contains("Quota of VPCs exceeded", "ROS_STACK_STATUS=CREATE_ROLLBACK_COMPLETE")
                .doesNotContain("1/1");

        FreestyleRun second = fixture.beginFreestyle(
                "second", new RosDeployBuilder(step("b", "failing.yaml")), new ShowVariable("ROS_STACK_STATUS"));
        assertThat(second.awaitResult(DeployFixture.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(second.getLog()).doesNotContain("ROS_STACK_STATUS=");
    }

    @Test
    void stoppedBuildLeavesTheOperationRunningAndSaysSo() throws Exception {
        FreestyleRun run = run(new RosDeployBuilder(step("web", "slow.yaml")));
        await().atMost(DeployFixture.LIMIT).until(() -> run.getLog().contains("ROS accepted the request"));

        run.abort("bob");

        assertThat(run.awaitResult(DeployFixture.LIMIT)).isEqualTo(Result.ABORTED);
        assertThat(run.getLog()).contains("the operation on stack \"web\" goes on in ROS (onAbort: leave)");
        assertThat(fixture.ros.count("CancelStackOperation")).isZero();
    }

    /** Jenkins interrupts builds when it shuts down, after its services have ended, and does not wait for them. */
    @Test
    void buildEndsAtOnceWhenJenkinsShutsDown() throws Exception {
        RosDeployStep slow = step("web", "slow.yaml");
        slow.setOnAbort("cancel");
        FreestyleRun run = run(new RosDeployBuilder(slow));
        await().atMost(DeployFixture.LIMIT).until(() -> run.getLog().contains("ROS accepted the request"));
        DeployService.shutDown();

        run.abort("Jenkins");

        assertThat(run.awaitResult(DeployFixture.LIMIT)).as(run.getLog()).isEqualTo(Result.ABORTED);
        assertThat(run.getLog()).contains("Jenkins shuts down").contains("run the job again");
        assertThat(fixture.ros.count("CancelStackOperation")).isZero();
    }

    @Test
    void resultFileStaysInTheWorkspace() throws Exception {
        RosDeployBuilder builder = new RosDeployBuilder(step("web", "main.yaml"));
        builder.setResultFile("../../../outside.json");
        FreestyleRun run = run(builder);
        assertThat(run.awaitResult(DeployFixture.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog()).contains("leads out of the workspace");
        assertThat(folder.resolve("outside.json")).doesNotExist();
    }
}
