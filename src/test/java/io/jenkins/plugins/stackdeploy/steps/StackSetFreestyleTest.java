package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.stackdeploy.embedded.FreestyleRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jenkins.tasks.SimpleBuildStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSetFreestyleTest {
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

    private FreestyleRun run(Builder... steps) throws Exception {
        return fixture.beginFreestyle("f", steps);
    }

    @Test
    void whatWasDoneReachesLaterStepsByTheNamesOfCodePipeline() throws Exception {
        StackSetDeployStep deploy = new StackSetDeployStep("web-${BUILD_NUMBER}");
        deploy.setConnection("aws");
        deploy.setTemplate("main.yaml");
        deploy.setParametersText("Name=from-${JOB_NAME}");
        deploy.setDeploymentTargetsText("111111222222");
        deploy.setRegionsText("us-east-1");
        StackSetDeployBuilder builder = new StackSetDeployBuilder(deploy);
        builder.setResultFile("out/result.json");
        StackInstancesStep instances = new StackInstancesStep("web-${BUILD_NUMBER}");
        instances.setConnection("aws");
        instances.setDeploymentTargetsText("111111222222\n333333444444");
        instances.setRegionsText("us-east-1");
        StackInstancesBuilder more = new StackInstancesBuilder(instances);
        more.setVariablePrefix("REST_");
        StackSetDeleteStep delete = new StackSetDeleteStep("web-${BUILD_NUMBER}");
        delete.setConnection("aws");

        FreestyleRun run = run(
                builder,
                new ShowVariable("STACK_SET_ID"),
                new ShowVariable("STACK_SET_ACTION"),
                new ShowVariable("OPERATION_ID"),
                more,
                new ShowVariable("REST_OPERATION_ID"),
                new ShowVariable("REST_STACK_SET_STATUS"),
                new StackSetDeleteBuilder(delete));

        assertThat(run.awaitResult(JenkinsFixture.LIMIT)).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog())
                .contains("STACK_SET_ID=web-1:", "STACK_SET_ACTION=CREATE", "REST_STACK_SET_STATUS=SUCCEEDED")
                .containsPattern("\nOPERATION_ID=stack-deploy-\\S+")
                .containsPattern("REST_OPERATION_ID=stack-deploy-\\S+");
        assertThat(Files.readString(folder.resolve("home/workspace/f/out/result.json")))
                .contains("\"stackSetName\" : \"web-1\"", "\"CURRENT\" : 1");
        assertThat(fixture.aws.effects("DeleteStackSet")).hasSize(1);
    }

    @Test
    void targetOfAVariableThatIsEmptyIsRefused() throws Exception {
        StackSetDeployStep deploy = new StackSetDeployStep("web");
        deploy.setConnection("aws");
        deploy.setTemplate("main.yaml");
        deploy.setDeploymentTargetsText("${TARGETS}");
        deploy.setRegionsText("us-east-1");
        Builder empty = new SetEmpty("TARGETS");

        FreestyleRun run = run(empty, new StackSetDeployBuilder(deploy));

        assertThat(run.awaitResult(JenkinsFixture.LIMIT)).isEqualTo(Result.FAILURE);
        assertThat(run.getLog()).contains("deploymentTargets is empty");
        assertThat(fixture.aws.requests()).isEmpty();
    }

    /** Sets a variable to nothing, as an empty parameter of a build is. */
    private static final class SetEmpty extends Builder implements SimpleBuildStep {
        private final String variable;

        SetEmpty(String variable) {
            this.variable = variable;
        }

        @Override
        public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener) {
            run.addAction(new io.jenkins.plugins.stackdeploy.report.StackVariablesAction(Map.of(variable, "")));
        }
    }
}
