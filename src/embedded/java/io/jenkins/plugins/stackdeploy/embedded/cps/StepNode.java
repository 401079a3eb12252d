package io.jenkins.plugins.stackdeploy.embedded.cps;

import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** The node of one step in the graph. */
final class StepNode extends FlowNode {
    private final String functionName;

    StepNode(String id, String functionName) {
        super(id);
        this.functionName = functionName;
    }

    @Override
    protected String getTypeDisplayName() {
        return functionName;
    }
}
