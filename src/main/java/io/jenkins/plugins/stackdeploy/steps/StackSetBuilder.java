package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.report.StackVariablesAction;
import java.util.Map;

/** A step on a stack set as a freestyle build step. */
public abstract class StackSetBuilder extends DeployBuilder {
    @Override
    public abstract StackSetStep getStep();

    /** Without a prefix the names are those of CodePipeline's output variables. */
    @Override
    Map<String, String> variables(String prefix, Map<String, Object> facts) {
        return StackVariablesAction.ofStackSet(prefix == null ? "" : prefix, facts);
    }
}
