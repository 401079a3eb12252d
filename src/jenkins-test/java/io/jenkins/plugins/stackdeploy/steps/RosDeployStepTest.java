package io.jenkins.plugins.stackdeploy.steps;

import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RosDeployStepTest {
    @Test
    void snippetOfTheBareStepIsShort(JenkinsRule jenkins) throws Exception {
        new SnippetizerTester(jenkins).assertRoundTrip(new RosDeployStep("web"), "rosDeploy stackName: 'web'");
    }

    @Test
    void snippetNamesOnlyWhatWasSet(JenkinsRule jenkins) throws Exception {
        RosDeployStep step = new RosDeployStep("web");
        step.setTemplate("ros/main.yaml");
        step.setConnection("staging");
        step.setParameters(Map.of("ZoneId", "cn-hangzhou-h"));
        new SnippetizerTester(jenkins)
                .assertRoundTrip(
                        step,
                        "rosDeploy connection: 'staging', parameters: [ZoneId: 'cn-hangzhou-h'], "
                                + "stackName: 'web', template: 'ros/main.yaml'");
    }

    @Test
    void formKeepsEveryValue(JenkinsRule jenkins) throws Exception {
        RosDeployStep step = new RosDeployStep("web");
        step.setTemplate("ros/main.yaml");
        step.setParametersFile("ros/parameters.json");
        step.setTimeoutInMinutes(90);
        step.setDisableRollback(true);
        step.setDeletionProtection(true);
        step.setWait(false);
        step.setOnFailure("unstable");
        step.setOnAbort("cancel");
        jenkins.assertEqualDataBoundBeans(step, new StepConfigTester(jenkins).configRoundTrip(step));
    }

    @ParameterizedTest
    @ValueSource(classes = {RosDeployStep.class, RosDeleteStep.class, RosStatusStep.class})
    void documentationCanBeGenerated(Class<? extends Step> step, JenkinsRule jenkins) throws Exception {
        SnippetizerTester.assertDocGeneration(step);
    }
}
