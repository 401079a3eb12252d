package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Cause;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A gate was approved, and started this build. It is an upstream cause too: who started the build before the gate is among
 * those who started this one.
 */
public class GateCause extends Cause.UpstreamCause {
    private final String gate;
    private final String gateId;
    private final String key;
    private final String target;
    private final String approvers;

    /**
     * A cause.
     *
     * @param run the build that the gate comes after
     * @param id the gate's id in that build
     * @param key the key of the gate's files
     * @param target the started job, as the gate names it
     */
    GateCause(Run<?, ?> run, String name, String id, String key, String target, GateOutcome outcome) {
        super(run);
        this.gate = Text.oneLine(name);
        this.gateId = id;
        this.key = key;
        this.target = target;
        this.approvers = outcome.approvals().stream().map(DecisionText::who).collect(Collectors.joining(", "));
    }

    /** What people call the gate; one line. */
    public String getGate() {
        return gate;
    }

    /** The page of the gate, below Jenkins' root. */
    public String getGateUrl() {
        return getUpstreamUrl() + getUpstreamBuild() + "/" + GatesAction.URL + "/" + gateId + "/";
    }

    /** Who approved, separated by commas; empty when the deadline did. */
    public String getApprovers() {
        return approvers;
    }

    String key() {
        return key;
    }

    String target() {
        return target;
    }

    boolean isOf(String otherKey, String otherTarget) {
        return key.equals(otherKey) && target.equals(otherTarget);
    }

    @Override
    public String getShortDescription() {
        String build = getUpstreamProject() + " #" + getUpstreamBuild();
        return approvers.isEmpty()
                ? Messages.GateCause_atDeadline(gate, build)
                : Messages.GateCause_approved(gate, build, approvers);
    }

    @Override
    public void print(TaskListener listener) {
        listener.getLogger().println(getShortDescription());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GateCause that && isOf(that.key, that.target);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, target);
    }
}
