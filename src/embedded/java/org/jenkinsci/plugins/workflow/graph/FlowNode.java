package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;

/** One node in the graph of what a Pipeline did. The stand-in keeps no graph: a node is an id and its actions. */
public abstract class FlowNode extends Actionable implements Saveable {
    private final String id;

    protected FlowNode(String id) {
        this.id = id;
    }

    /** @return unique in the build; a number, counted up */
    public String getId() {
        return id;
    }

    protected abstract String getTypeDisplayName();

    @Override
    public String getDisplayName() {
        return getTypeDisplayName();
    }

    public String getDisplayFunctionName() {
        return getTypeDisplayName();
    }

    @Override
    public void save() throws IOException {}

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowNode that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getName() + "[id=" + id + "]";
    }
}
