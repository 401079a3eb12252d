package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as steps make them, with what most tests want; each test says only what it is about. */
final class Requests {
    private static final int WATCH_MINUTES = 600;
    private static final int EXPIRES_IN_MINUTES = 60;
    static final OperationPreferences NONE = new OperationPreferences(null, null, null, null, null, null, null);

    private Requests() {}

    static Deploy deploy(String name, String template) {
        return new Deploy(name, template);
    }

    /** What most tests deploy first. */
    static Deploy topic() {
        return deploy("web", Samples.TOPIC);
    }

    /** The same stack set with another template. */
    static Deploy changed() {
        return deploy("web", Samples.TWO_TOPICS);
    }

    static Instances instances(String name) {
        return new Instances(name);
    }

    static Delete delete(String name) {
        return new Delete(name);
    }

    static StackSetExecuteRequest execute(Plan plan, StackSetDeployRequest given) {
        return new StackSetExecuteRequest(
                plan, given, deploy(plan.name(), null).failOnFailures().operations());
    }

    /** What all requests have. */
    abstract static class Base<T extends Base<T>> {
        final String name;
        private CallAs callAs;
        private OperationPreferences preferences = NONE;
        private boolean batchRegions;
        private boolean waitForOthers = true;
        private boolean tolerateFailures = true;
        private EventDetail events = EventDetail.CHANGES;
        private boolean waitForEnd = true;
        private int watchMinutes = WATCH_MINUTES;
        DeploymentTargets targets;
        List<String> regions = List.of();

        Base(String name) {
            this.name = name;
        }

        @SuppressWarnings("unchecked")
        private T self() {
            return (T) this;
        }

        T accounts(String... accounts) {
            targets = new DeploymentTargets(List.of(accounts), List.of(), null);
            return self();
        }

        T targets(DeploymentTargets some) {
            targets = some;
            return self();
        }

        T units(String... units) {
            targets = new DeploymentTargets(List.of(), List.of(units), null);
            return self();
        }

        T regions(String... some) {
            regions = List.of(some);
            return self();
        }

        T callAs(CallAs role) {
            callAs = role;
            return self();
        }

        /** How many may fail, and how many are deployed at once, in a region. */
        T tolerance(int failures, int atOnce) {
            preferences = new OperationPreferences(failures, null, atOnce, null, null, null, null);
            return self();
        }

        T preferences(OperationPreferences some) {
            preferences = some;
            return self();
        }

        T batchRegions() {
            batchRegions = true;
            return self();
        }

        T refuseToWaitForOthers() {
            waitForOthers = false;
            return self();
        }

        T failOnFailures() {
            tolerateFailures = false;
            return self();
        }

        T showing(EventDetail detail) {
            events = detail;
            return self();
        }

        T withoutWaiting() {
            waitForEnd = false;
            return self();
        }

        T watchMinutes(int minutes) {
            watchMinutes = minutes;
            return self();
        }

        OperationSettings operations() {
            return new OperationSettings(
                    callAs,
                    preferences,
                    batchRegions,
                    waitForOthers,
                    tolerateFailures,
                    null,
                    events,
                    waitForEnd,
                    watchMinutes);
        }
    }

    /** Makes a request to deploy. */
    static final class Deploy extends Base<Deploy> {
        private StackSetTemplate template;
        private final List<StackSetParameter> parameters = new ArrayList<>();
        private Map<String, String> tags;
        private String description;
        private List<String> capabilities = List.of();
        private PermissionModel permissionModel;
        private String administrationRoleArn;
        private String executionRoleName;
        private AutoDeployment autoDeployment;
        private Boolean managedExecution;
        private boolean newInstancesFirst;
        private PlanPolicy outdated = PlanPolicy.WARN;

        private Deploy(String name, String body) {
            super(name);
            this.template = new StackSetTemplate("stack.yaml", body, null, null);
        }

        Deploy template(StackSetTemplate other) {
            template = other;
            return this;
        }

        Deploy parameter(String key, String value) {
            parameters.add(new StackSetParameter(key, value, false, false));
            return this;
        }

        Deploy previous(String key) {
            parameters.add(new StackSetParameter(key, null, false, true));
            return this;
        }

        Deploy secret(String key) {
            parameters.add(new StackSetParameter(key, null, true, false));
            return this;
        }

        Deploy tag(String key, String value) {
            tags = tags == null ? new LinkedHashMap<>() : tags;
            tags.put(key, value);
            return this;
        }

        Deploy withoutTags() {
            tags = Map.of();
            return this;
        }

        Deploy description(String text) {
            description = text;
            return this;
        }

        Deploy capabilities(String... some) {
            capabilities = List.of(some);
            return this;
        }

        Deploy serviceManaged() {
            permissionModel = PermissionModel.SERVICE_MANAGED;
            return this;
        }

        Deploy permissionModel(PermissionModel model) {
            permissionModel = model;
            return this;
        }

        Deploy administrationRole(String arn) {
            administrationRoleArn = arn;
            return this;
        }

        Deploy executionRole(String roleName) {
            executionRoleName = roleName;
            return this;
        }

        Deploy autoDeployment(AutoDeployment wanted) {
            autoDeployment = wanted;
            return this;
        }

        Deploy managedExecution(boolean active) {
            managedExecution = active;
            return this;
        }

        Deploy newInstancesFirst() {
            newInstancesFirst = true;
            return this;
        }

        Deploy outdated(PlanPolicy policy) {
            outdated = policy;
            return this;
        }

        StackSetPlanRequest plan() {
            return new StackSetPlanRequest(get(), outdated, EXPIRES_IN_MINUTES, Map.of("connection", "prod"));
        }

        /** As it is given along with a plan: without template and without parameters. */
        StackSetDeployRequest alone() {
            StackSetDeployRequest all = get();
            return new StackSetDeployRequest(
                    name,
                    description,
                    template.body() == null ? null : template,
                    parameters.isEmpty() ? null : parameters,
                    capabilities,
                    tags,
                    permissionModel,
                    administrationRoleArn,
                    executionRoleName,
                    autoDeployment,
                    managedExecution,
                    targets,
                    regions,
                    newInstancesFirst,
                    all.operations());
        }

        StackSetDeployRequest get() {
            return new StackSetDeployRequest(
                    name,
                    description,
                    template,
                    parameters,
                    capabilities,
                    tags,
                    permissionModel,
                    administrationRoleArn,
                    executionRoleName,
                    autoDeployment,
                    managedExecution,
                    targets,
                    regions,
                    newInstancesFirst,
                    operations());
        }
    }

    /** Makes a request for instances. */
    static final class Instances extends Base<Instances> {
        private List<StackSetParameter> overrides;

        private Instances(String name) {
            super(name);
        }

        Instances override(String key, String value) {
            resetOverrides();
            overrides.add(new StackSetParameter(key, value, false, false));
            return this;
        }

        Instances keep(String key) {
            resetOverrides();
            overrides.add(new StackSetParameter(key, null, false, true));
            return this;
        }

        Instances resetOverrides() {
            overrides = overrides == null ? new ArrayList<>() : overrides;
            return this;
        }

        StackInstancesRequest get() {
            return new StackInstancesRequest(name, targets, regions, overrides, operations());
        }
    }

    /** Makes a request to delete. */
    static final class Delete extends Base<Delete> {
        private boolean retainStacks;

        private Delete(String name) {
            super(name);
        }

        Delete retainStacks() {
            retainStacks = true;
            return this;
        }

        StackSetDeleteRequest get() {
            return new StackSetDeleteRequest(name, retainStacks, operations());
        }
    }
}
