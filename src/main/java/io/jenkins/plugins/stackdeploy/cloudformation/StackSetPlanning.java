package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import io.jenkins.plugins.stackdeploy.plan.InstanceChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationSummary;

/**
 * Plans a deployment of a stack set: reads what is there, computes what {@link StackSetDeployment} would do, and sends
 * nothing that changes anything. CloudFormation has no change sets for stack sets, so that the plan itself holds what would
 * be deployed, for {@link StackSetPlanExecution}.
 */
final class StackSetPlanning extends StackSetWork {
    private final StackSetPlanRequest request;
    private final StackSetDeployRequest deploy;
    private final SecretValues secrets;

    StackSetPlanning(StackSetContext context, StackSetFacts facts, StackSetPlanRequest request, SecretValues secrets) {
        super(context, facts, request);
        this.request = request;
        this.deploy = request.deploy();
        this.secrets = secrets;
    }

    @Override
    Targeting targeting() {
        return Targeting.of(deploy);
    }

    @Override
    StackSetTemplate template() {
        return deploy.template();
    }

    @Override
    Entry.Target recordedAs() {
        return Entry.Target.STACK_SET_PLAN;
    }

    @Override
    boolean needsQuiet() {
        return true;
    }

    @Override
    Turn absent() throws CloudException {
        return conclude(Decision.onNew(deploy, secretValues()), null);
    }

    @Override
    Turn decide(StackSet found, List<Instance> all) throws CloudException, IOException {
        String before = id(others.newest());
        String after = id(others.newestByNow());
        if (!Objects.equals(before, after)) {
            // What was read may be half of before and half of after.
            return deciding.anew(new CloudException(
                    FaultKind.STALE,
                    "ListStackSetOperations",
                    "",
                    Messages.Plan_moved(after == null ? "-" : after),
                    null));
        }
        return conclude(Decision.onExisting(deploy, found, all, secretValues()), new LiveSet(found, all, after));
    }

    private static String id(Optional<StackSetOperationSummary> operation) {
        return operation.map(found -> Text.oneLine(found.operationId())).orElse(null);
    }

    private Map<String, String> secretValues() throws CloudException {
        return Submission.secretValues(deploy.parameters(), secrets);
    }

    private Turn conclude(Decision decision, LiveSet live) {
        if (decision.refusal() != null) {
            return fail(decision.refusal());
        }
        Set<String> shown = shown();
        if (!shown.isEmpty()) {
            return fail(notDone(Messages.Plan_noEcho(Amounts.some(shown))));
        }
        Plan plan = new PlanComposition(request, decision, live).plan(group(), now());
        context.console().lines(plan.asText().lines().toList());
        int outdated = plan.rollout().count(InstanceChange.OUTDATED);
        if (outdated > 0 && request.outdated() == PlanPolicy.REFUSE) {
            return fail(Messages.Plan_refused(name, Amounts.instances(outdated)));
        }
        if (outdated > 0 && request.outdated() == PlanPolicy.WARN) {
            say(Messages.Plan_outdated(Amounts.instances(outdated)));
        }
        Map<String, Object> result = result();
        result.putAll(plan.toMap());
        return end(Outcome.Kind.SUCCESS, Messages.Plan_made(name, plan.digest()), result);
    }

    /** Parameters whose values the template hides, and which are given in clear: a plan would show them. */
    private Set<String> shown() {
        Set<String> hidden = PlanTemplate.planned(deploy.template().body(), TemplateLimits.CLOUDFORMATION_S3)
                .noEcho();
        Set<String> shown = new TreeSet<>();
        deploy.parameters().stream()
                .filter(parameter -> parameter.value() != null && hidden.contains(parameter.key()))
                .forEach(parameter -> shown.add(parameter.key()));
        return shown;
    }

    @Override
    Map<String, Object> result() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("stackSetName", name);
        if (facts.stackSetId != null) {
            result.put("stackSetId", facts.stackSetId);
            result.put("consoleUrl", consoleUrl());
        }
        result.put("region", group().region());
        result.put("changed", false);
        return result;
    }

    @Override
    Submission.Call prepare(PlannedOperation planned) {
        throw new IllegalStateException("planning sends nothing");
    }

    @Override
    Turn done() {
        throw new IllegalStateException("planning sends nothing");
    }

    @Override
    boolean isProvenByOperations() {
        return false;
    }

    @Override
    String notDone(String why) {
        return Messages.Failed_notPlanned(name, why);
    }
}
