package io.jenkins.plugins.stackdeploy.steps;

import hudson.tasks.Builder;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of freestyle jobs, with the step nested in them. */
@WithJenkins
class RosBuildersTest {
    @Test
    void formOfADeploymentKeepsEveryValue(JenkinsRule jenkins) throws Exception {
        RosDeployStep step = new RosDeployStep("web");
        step.setTemplate("ros/main.yaml");
        step.setParametersText("InstanceType=ecs.g7.large");
        step.setTimeoutInMinutes(90);
        step.setDeletionProtection(false);
        step.setWaitForOthers(false);
        RosDeployBuilder builder = new RosDeployBuilder(step);
        builder.setVariablePrefix("WEB_");
        builder.setResultFile("web.json");
        assertFormKeeps(jenkins, builder);
    }

    @Test
    void formOfADeploymentAddsNothingToABareOne(JenkinsRule jenkins) throws Exception {
        assertFormKeeps(jenkins, new RosDeployBuilder(new RosDeployStep("web")));
    }

    @Test
    void formOfADeletionKeepsEveryValue(JenkinsRule jenkins) throws Exception {
        RosDeleteStep step = new RosDeleteStep("web");
        step.setRetainResourcesText("Bucket");
        step.setOnAbort("cancel");
        assertFormKeeps(jenkins, new RosDeleteBuilder(step));
    }

    @Test
    void formOfAStatusKeepsEveryValue(JenkinsRule jenkins) throws Exception {
        RosStatusStep step = new RosStatusStep("web");
        step.setDetectDrift(true);
        step.setWatchTimeoutInMinutes(5);
        assertFormKeeps(jenkins, new RosStatusBuilder(step));
    }

    private static void assertFormKeeps(JenkinsRule jenkins, Builder builder) throws Exception {
        jenkins.assertEqualDataBoundBeans(builder, jenkins.configRoundtrip(builder));
    }
}
