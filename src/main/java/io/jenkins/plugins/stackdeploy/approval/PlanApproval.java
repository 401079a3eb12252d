package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Gate;
import io.jenkins.plugins.stackdeploy.gate.GateOutcome;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether a plan may be deployed, as far as the gates of a build are concerned. */
public final class PlanApproval {
    private static final int DIGEST_SHOWN = 12;

    private PlanApproval() {}

    /**
     * What the gates of a build have against the deployment of a plan. A gate that was shown a plan of the same stack stands
     * for that plan alone. A build that asks nobody about a stack deploys it as it likes.
     *
     * @param run the build
     * @param plan what it is about to deploy
     * @return a sentence for people; empty when nothing is against it
     * @throws IOException when a gate's files cannot be read
     */
    public static Optional<String> objection(Run<?, ?> run, Plan plan) throws IOException {
        GatesAction action = run.getAction(GatesAction.class);
        boolean approved = false;
        String other = null;
        for (GateResource resource : action == null ? List.<GateResource>of() : action.getGates()) {
            Optional<Plan> shown = resource.plan();
            Optional<Gate> gate = resource.gate();
            if (shown.isEmpty() || gate.isEmpty() || !isOfSameStack(shown.get(), plan)) {
                continue;
            }
            if (shown.get().digest().equals(plan.digest())) {
                Optional<String> objection = objection(gate.get(), plan);
                if (objection.isPresent()) {
                    return objection;
                }
                approved = true;
            } else {
                other = Messages.PlanApproval_other(
                        Text.oneLine(plan.name()),
                        Text.oneLine(gate.get().request().name()),
                        shown.get().digest().substring(0, DIGEST_SHOWN),
                        plan.digest().substring(0, DIGEST_SHOWN));
            }
        }
        return approved ? Optional.empty() : Optional.ofNullable(other);
    }

    /** By the cloud's id, with whichever credentials it was planned; else, as for a stack that is not there yet, by its name. */
    private static boolean isOfSameStack(Plan one, Plan other) {
        return isOfSameId(one, other) || isOfSameName(one, other);
    }

    private static boolean isOfSameId(Plan one, Plan other) {
        return one.stackId() != null && one.stackId().equals(other.stackId());
    }

    private static boolean isOfSameName(Plan one, Plan other) {
        return Objects.equals(one.cloud(), other.cloud())
                && Objects.equals(one.name(), other.name())
                && Objects.equals(one.region(), other.region())
                && Objects.equals(one.account(), other.account());
    }

    private static Optional<String> objection(Gate gate, Plan plan) {
        String name = gate.request().name();
        Optional<GateOutcome> outcome = gate.outcome();
        if (outcome.isEmpty()) {
            return Optional.of(Messages.PlanApproval_open(Text.oneLine(plan.name()), Text.oneLine(name)));
        }
        return outcome.get().state().isApproved()
                ? Optional.empty()
                : Optional.of(Messages.PlanApproval_refused(
                        Text.oneLine(plan.name()),
                        GateResult.refusal(name, outcome.get()).toString()));
    }
}
