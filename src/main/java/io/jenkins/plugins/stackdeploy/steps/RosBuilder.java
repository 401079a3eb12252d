package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.report.StackVariablesAction;
import java.util.Map;

/** A step on a ROS stack as a freestyle build step. */
public abstract class RosBuilder extends DeployBuilder {
    @Override
    public abstract RosStep getStep();

    @Override
    Map<String, String> variables(String prefix, Map<String, Object> facts) {
        return StackVariablesAction.ofStack(prefix == null ? "ROS_" : prefix, facts);
    }
}
