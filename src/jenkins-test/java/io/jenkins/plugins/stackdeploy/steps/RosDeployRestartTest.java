package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** A controller that dies while a stack is being created. The cloud outlives it: it runs in the test's own process. */
class RosDeployRestartTest {
    private static final String PIPELINE = """
            def stack = rosDeploy stackName: 'web', connection: 'local', templateBody: '''
            ROSTemplateFormatVersion: '2015-09-01'
            Resources:
              Vpc:
                Type: ALIYUN::ECS::VPC
                Properties:
                  CidrBlock: 10.0.0.0/16
            '''
            echo "ended as ${stack.status}"
            """;

    @RegisterExtension
    final RealJenkinsExtension jenkins = new RealJenkinsExtension();

    @Test
    void buildFindsItsStackAgainAfterTheControllerWasKilled(@TempDir Path folder) throws Throwable {
        try (LocalRos ros = LocalRos.builder()
                .timeScale(1)
                .account("AK", "SECRET", "1234567890123456")
                .start()) {
            Path configuration = folder.resolve("jenkins.yaml");
            try (var resource = RosDeployRestartTest.class.getResourceAsStream("connection.yaml")) {
                String yaml = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(configuration, yaml.replace("ENDPOINT", "http://" + ros.endpoint()));
            }
            jenkins.javaOptions("-Dcasc.jenkins.config=" + configuration);

            jenkins.startJenkins();
            jenkins.runRemotely(RosDeployRestartTest::startAndSeeTheStackBegin);
            jenkins.stopJenkinsForcibly();
            jenkins.startJenkins();
            jenkins.runRemotely(RosDeployRestartTest::seeTheBuildEnd);

            assertThat(ros.effects("CreateStack")).hasSize(1);
        }
    }

    private static void startAndSeeTheStackBegin(JenkinsRule rule) throws Exception {
        WorkflowJob job = rule.createProject(WorkflowJob.class, "deploy");
        job.setDefinition(new CpsFlowDefinition(PIPELINE, true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        rule.waitForMessage("ROS accepted the request", run);
    }

    private static void seeTheBuildEnd(JenkinsRule rule) throws Exception {
        WorkflowRun run =
                rule.jenkins.getItemByFullName("deploy", WorkflowJob.class).getBuildByNumber(1);
        rule.assertBuildStatusSuccess(rule.waitForCompletion(run));
        rule.assertLogContains("ended as CREATE_COMPLETE", run);
    }
}
