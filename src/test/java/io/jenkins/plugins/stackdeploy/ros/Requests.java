package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as steps make them, with what most tests want; each test says only what it is about. */
final class Requests {
    private static final int WATCH_MINUTES = 60;

    private Requests() {}

    static Deploy deploy(String stackName, String template) {
        return new Deploy(stackName, new RosTemplate("stack.yaml", template, null, null, null, 0));
    }

    static Deploy deployUrl(String stackName, String url) {
        return new Deploy(stackName, new RosTemplate(url, null, url, null, null, 0));
    }

    static RosDeleteRequest delete(String stackName) {
        return new RosDeleteRequest(stackName, List.of(), false, null, true, EventDetail.ALL, true, WATCH_MINUTES);
    }

    static RosDeleteRequest deleteRetaining(String stackName, String... logicalIds) {
        return new RosDeleteRequest(
                stackName, List.of(logicalIds), false, null, true, EventDetail.ALL, true, WATCH_MINUTES);
    }

    static RosStatusRequest status(String stackName, boolean detectDrift) {
        return new RosStatusRequest(stackName, detectDrift, WATCH_MINUTES);
    }

    static Planned plan(String stackName, String template) {
        return new Planned(deploy(stackName, template));
    }

    static Planned plan(Deploy deploy) {
        return new Planned(deploy);
    }

    /** A request to deploy what a planning gave, and nothing else. */
    static RosExecuteRequest execute(Outcome planned) {
        return execute(planned, null);
    }

    /** A request to deploy a plan, with what must be as it was planned. */
    static RosExecuteRequest execute(Outcome planned, RosDeployRequest given) {
        return new RosExecuteRequest(Plan.of(planned.facts()), given, EventDetail.ALL, true, WATCH_MINUTES);
    }

    /** A request to remove what a planning gave. */
    static RosDiscardRequest discard(Outcome planned) {
        Plan plan = Plan.of(planned.facts());
        return new RosDiscardRequest(
                plan.name(),
                plan.stackId(),
                plan.changeSetId(),
                plan.changeSetName(),
                plan.action().equals("CREATE"),
                WATCH_MINUTES);
    }

    /** Makes a request to plan. */
    static final class Planned {
        private final Deploy deploy;
        private PlanPolicy replacements = PlanPolicy.WARN;
        private PlanPolicy deletions = PlanPolicy.WARN;
        private boolean estimateCost;
        private int expiresInMinutes = 1440;

        private Planned(Deploy deploy) {
            this.deploy = deploy;
        }

        Planned replacements(PlanPolicy policy) {
            replacements = policy;
            return this;
        }

        Planned deletions(PlanPolicy policy) {
            deletions = policy;
            return this;
        }

        Planned withCost() {
            estimateCost = true;
            return this;
        }

        Planned expiresInMinutes(int minutes) {
            expiresInMinutes = minutes;
            return this;
        }

        RosPlanRequest get() {
            return new RosPlanRequest(
                    deploy.get(),
                    replacements,
                    deletions,
                    estimateCost,
                    expiresInMinutes,
                    Map.of("connection", "local", "region", Deployer.REGION));
        }
    }

    /** Makes a request to deploy. */
    static final class Deploy {
        private final String stackName;
        private final RosTemplate template;
        private List<RosParameter> parameters = new ArrayList<>();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private Boolean disableRollback;
        private Boolean deletionProtection;
        private boolean recreate;
        private boolean waitForOthers = true;
        private boolean waitForEnd = true;
        private EventDetail events = EventDetail.ALL;
        private int watchMinutes = WATCH_MINUTES;
        private Integer timeoutInMinutes;
        private Boolean replacement;
        private List<String> notificationUrls = List.of();

        private Deploy(String stackName, RosTemplate template) {
            this.stackName = stackName;
            this.template = template;
        }

        /** As when a step is given neither template nor parameters. */
        static Deploy nothing() {
            Deploy nothing = new Deploy("web", null);
            nothing.parameters = null;
            return nothing;
        }

        /** As when a step is given no parameters. */
        Deploy withoutParameters() {
            parameters = null;
            return this;
        }

        Deploy parameter(String key, String value) {
            parameters = parameters == null ? new ArrayList<>() : parameters;
            parameters.add(new RosParameter(key, value, false));
            return this;
        }

        Deploy secret(String key) {
            parameters = parameters == null ? new ArrayList<>() : parameters;
            parameters.add(new RosParameter(key, null, true));
            return this;
        }

        Deploy tag(String key, String value) {
            tags.put(key, value);
            return this;
        }

        Deploy withoutRollback() {
            disableRollback = true;
            return this;
        }

        Deploy deletionProtection(boolean isProtected) {
            deletionProtection = isProtected;
            return this;
        }

        Deploy notifying(String... urls) {
            notificationUrls = List.of(urls);
            return this;
        }

        Deploy replacing() {
            replacement = true;
            return this;
        }

        Deploy recreate() {
            recreate = true;
            return this;
        }

        Deploy refuseToWaitForOthers() {
            waitForOthers = false;
            return this;
        }

        Deploy withoutWaiting() {
            waitForEnd = false;
            return this;
        }

        Deploy showing(EventDetail detail) {
            events = detail;
            return this;
        }

        Deploy watchMinutes(int minutes) {
            watchMinutes = minutes;
            return this;
        }

        Deploy timeoutInMinutes(int minutes) {
            timeoutInMinutes = minutes;
            return this;
        }

        RosDeployRequest get() {
            return new RosDeployRequest(
                    stackName,
                    template,
                    parameters,
                    null,
                    tags,
                    timeoutInMinutes,
                    disableRollback,
                    deletionProtection,
                    null,
                    notificationUrls,
                    null,
                    replacement,
                    null,
                    null,
                    recreate,
                    waitForOthers,
                    events,
                    waitForEnd,
                    watchMinutes);
        }
    }
}
