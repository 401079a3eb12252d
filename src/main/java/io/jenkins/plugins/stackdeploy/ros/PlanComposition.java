package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.plan.EstimatedCost;
import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a plan of what was asked for, what is there and what ROS says would change. Makes no calls. */
final class PlanComposition {
    static final String CLOUD = "ros";

    private final RosPlanRequest request;
    private final RosDeployRequest deploy;
    private final RosChangeSet changeSet;
    private final LiveStack live;
    private final PlanTemplate template;
    private final Map<String, String> plain = new TreeMap<>();
    private final Set<String> secret = new TreeSet<>();
    private final Set<String> hidden = new HashSet<>();

    /**
     * For one plan.
     *
     * @param request what was asked for
     * @param changeSet what ROS would do, complete; null when there is nothing to do
     * @param live what is there; null when the stack is to be created
     */
    PlanComposition(RosPlanRequest request, RosChangeSet changeSet, LiveStack live) {
        this.request = request;
        this.deploy = request.deploy();
        this.changeSet = changeSet;
        this.live = live;
        this.template = template();
        hidden.addAll(template.noEcho());
        if (live != null) {
            hidden.addAll(live.template().noEcho());
        }
        for (RosParameter parameter : deploy.parameters()) {
            if (parameter.secret() || hidden.contains(parameter.key())) {
                secret.add(parameter.key());
            } else {
                plain.put(parameter.key(), parameter.value());
            }
        }
    }

    private PlanTemplate template() {
        if (deploy.template().body() != null) {
            return PlanTemplate.planned(deploy.template().body(), TemplateLimits.ROS);
        }
        return changeSet == null ? live.template() : PlanTemplate.planned(changeSet.template(), TemplateLimits.ROS);
    }

    /**
     * The plan.
     *
     * @param operation whether it creates or updates
     * @param group the account and region
     * @param cost what it would cost; null unless asked for
     * @param now the time
     * @return the plan
     */
    Plan plan(RosOperation operation, GroupKey group, EstimatedCost cost, Instant now) {
        List<ParameterChange> parameters = parameters();
        String difference = live == null ? "" : template.differenceFrom(live.template());
        boolean changes = hasChanges(parameters);
        return new Plan(
                CLOUD,
                deploy.stackName(),
                group.region(),
                group.account(),
                changes ? operation.action.name() : RosOperation.Action.NONE.name(),
                changes,
                changes || live != null ? operation.stackId : null,
                changes ? changeSet.id() : null,
                changes ? changeSet.name() : null,
                changes ? changeSet.changes() : List.<PlannedChange>of(),
                parameters,
                changes ? difference : "",
                List.of(),
                null,
                cost,
                desired(),
                live(operation),
                request.target(),
                now.toString(),
                now.plus(Duration.ofMinutes(request.expiresInMinutes())).toString());
    }

    /** ROS may also make a change set that changes nothing; what it does not list, such as outputs, may be changed by one. */
    private boolean hasChanges(List<ParameterChange> parameters) {
        if (changeSet == null) {
            return false;
        }
        return live == null
                || !changeSet.changes().isEmpty()
                || !template.digest().equals(live.template().digest())
                || parameters.stream().anyMatch(change -> change.kind() != ParameterChange.Kind.SAME)
                || !live.tags().equals(new TreeMap<>(deploy.tags()));
    }

    private List<ParameterChange> parameters() {
        Map<String, String> before = live == null ? Map.of() : live.parameters();
        Map<String, String> after = changeSet == null ? before : changeSet.parameters();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.addAll(plain.keySet());
        names.addAll(secret);
        List<ParameterChange> changes = new ArrayList<>();
        for (String name : names) {
            boolean had = before.containsKey(name);
            boolean given = changeSet != null && secret.contains(name);
            changes.add(
                    hidden.contains(name) || secret.contains(name)
                            ? ParameterChange.secret(name, had, given, after.containsKey(name))
                            : ParameterChange.between(name, before.get(name), after.get(name)));
        }
        return changes;
    }

    private Map<String, Object> desired() {
        Map<String, Object> desired = new LinkedHashMap<>();
        desired.put("template", deploy.template().name());
        desired.put("templateDigest", template.digest());
        desired.put("parameters", new LinkedHashMap<>(plain));
        desired.put("secretParameters", new ArrayList<>(secret));
        desired.putAll(PlanSettings.of(deploy));
        return desired;
    }

    private Map<String, Object> live(RosOperation operation) {
        Map<String, Object> state = new LinkedHashMap<>();
        if (live == null) {
            state.put("status", RosStatus.REVIEW_IN_PROGRESS.name());
            return state;
        }
        Map<String, String> shown = new TreeMap<>(live.parameters());
        shown.keySet().removeAll(hidden);
        shown.keySet().removeAll(secret);
        state.put("status", operation.statusBefore);
        state.put("updateTime", operation.updateTimeBefore);
        state.put("templateDigest", live.template().digest());
        state.put("parametersDigest", PlanTemplate.sha256(shown.toString()));
        return state;
    }
}
