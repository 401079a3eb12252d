package io.jenkins.plugins.stackdeploy.steps;

import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RosDeployBuilderTest {
    @Test
    void formOfAFreestyleJobKeepsEveryValue(JenkinsRule jenkins) throws Exception {
        RosDeployBuilder builder = new RosDeployBuilder("web");
        builder.setTemplate("ros/main.yaml");
        builder.setParametersFile("ros/parameters.json");
        builder.setTimeoutInMinutes(90);
        jenkins.assertEqualDataBoundBeans(builder, jenkins.configRoundtrip(builder));
    }
}
