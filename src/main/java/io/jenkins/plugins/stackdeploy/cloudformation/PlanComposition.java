package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import io.jenkins.plugins.stackdeploy.plan.Rollout;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.StackSet;

/** Makes a plan of what was asked for, what is there and what is then to be done. Makes no calls. */
final class PlanComposition {
    static final String CLOUD = "cloudformation";
    /** In the live state of a plan: whether there was a stack set. */
    static final String EXISTS = "exists";

    private final StackSetPlanRequest request;
    private final StackSetDeployRequest deploy;
    private final Decision decision;
    private final LiveSet live;

    /**
     * For one plan.
     *
     * @param request what was asked for
     * @param decision what is to be done, not refused
     * @param live what is there; null when there is no stack set
     */
    PlanComposition(StackSetPlanRequest request, Decision decision, LiveSet live) {
        this.request = request;
        this.deploy = request.deploy();
        this.decision = decision;
        this.live = live;
    }

    /**
     * The plan.
     *
     * @param group the account and region
     * @param now the time
     */
    Plan plan(GroupKey group, Instant now) {
        return new Plan(
                CLOUD,
                deploy.stackSetName(),
                group.region(),
                group.account(),
                decision.action().name(),
                !decision.calls().operations().isEmpty(),
                live == null ? null : live.set().stackSetId(),
                null,
                null,
                List.of(),
                decision.difference().parameters().changes(),
                templateDifference(deploy, live == null ? null : live.set()),
                decision.difference().settings(),
                rollout(),
                null,
                DesiredState.write(deploy),
                state(),
                request.target(),
                now.toString(),
                now.plus(Duration.ofMinutes(request.expiresInMinutes())).toString());
    }

    /** What becomes different in the template of a stack set; nothing to tell when there is none. */
    static String templateDifference(StackSetDeployRequest deploy, StackSet live) {
        return live == null
                ? ""
                : PlanTemplate.planned(deploy.template().body(), TemplateLimits.CLOUDFORMATION_S3)
                        .differenceFrom(LiveSet.template(live));
    }

    private Rollout rollout() {
        Map<String, String> preferences = new LinkedHashMap<>();
        DesiredState.preferences(deploy.operations().preferences())
                .forEach((name, value) -> preferences.put(name, SetSettings.text(value)));
        List<Instance> all = live == null ? List.of() : live.instances();
        List<String> notes = new ArrayList<>(decision.difference().notes());
        boolean surprising = decision.difference().isAny()
                && live != null
                && decision.calls().beginsWithInstances()
                && !deploy.newInstancesFirst();
        if (surprising) {
            notes.add(Messages.Decide_createdFirst());
        }
        return new Rollout(
                decision.calls().steps(), InstanceGroups.of(decision, Targeting.of(deploy), all), preferences, notes);
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(EXISTS, live != null);
        if (live != null) {
            state.putAll(live.state(secret(deploy)));
        }
        return state;
    }

    /** The parameters that are given as secrets. */
    static Set<String> secret(StackSetDeployRequest deploy) {
        return deploy.parameters().stream()
                .filter(StackSetParameter::secret)
                .map(StackSetParameter::key)
                .collect(Collectors.toSet());
    }
}
