package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanTemplate;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A request to deploy as a plan keeps it, whole but for secret values: plain values by the names of the step's arguments. */
final class DesiredState {
    static final String ACCOUNTS = "accounts";
    static final String UNITS = "organizationalUnitIds";
    static final String REGIONS = "regions";
    private static final String FILTER = "accountFilterType";
    private static final String NEW_FIRST = "newInstancesFirst";
    private static final String CALL_AS = "callAs";
    private static final String BATCH = "batchRegions";
    private static final String BODY = "templateBody";
    private static final String BUCKET = "templateBucket";

    private DesiredState() {}

    /** What a plan keeps of a request with a template that has a text. */
    static Map<String, Object> write(StackSetDeployRequest request) {
        Map<String, Object> desired = new LinkedHashMap<>();
        StackSetTemplate template = request.template();
        desired.put("template", template.name());
        desired.put("templateDigest", digest(template));
        desired.put(BODY, template.body());
        put(desired, BUCKET, template.bucket());
        Map<String, String> plain = new TreeMap<>();
        TreeSet<String> secret = new TreeSet<>();
        TreeSet<String> previous = new TreeSet<>();
        for (StackSetParameter parameter : request.parameters()) {
            if (parameter.secret()) {
                secret.add(parameter.key());
            } else if (parameter.usePrevious()) {
                previous.add(parameter.key());
            } else {
                plain.put(parameter.key(), parameter.value());
            }
        }
        desired.put("parameters", plain);
        desired.put("secretParameters", new ArrayList<>(secret));
        desired.put("previousParameters", new ArrayList<>(previous));
        desired.putAll(settings(request));
        return desired;
    }

    /** The digest of what a template means. */
    static String digest(StackSetTemplate template) {
        return PlanTemplate.planned(template.body(), TemplateLimits.CLOUDFORMATION_S3)
                .digest();
    }

    /** What a request asks for beside template and parameters; what it does not give is not there. */
    static Map<String, Object> settings(StackSetDeployRequest request) {
        Map<String, Object> settings = new LinkedHashMap<>(SetSettings.wanted(request));
        DeploymentTargets targets = request.targets();
        if (targets != null) {
            put(settings, ACCOUNTS, targets.accounts().isEmpty() ? null : targets.accounts());
            put(settings, UNITS, targets.organizationalUnits().isEmpty() ? null : targets.organizationalUnits());
            put(settings, FILTER, name(targets.accountFilter()));
        }
        put(settings, REGIONS, request.regions().isEmpty() ? null : request.regions());
        put(settings, NEW_FIRST, request.newInstancesFirst() ? Boolean.TRUE : null);
        put(settings, CALL_AS, name(request.operations().callAs()));
        put(settings, BATCH, request.operations().batchRegions() ? Boolean.TRUE : null);
        settings.putAll(preferences(request.operations().preferences()));
        return settings;
    }

    /** The preferences that are given. */
    static Map<String, Object> preferences(OperationPreferences given) {
        Map<String, Object> preferences = new LinkedHashMap<>();
        put(preferences, "failureToleranceCount", given.failureToleranceCount());
        put(preferences, "failureTolerancePercentage", given.failureTolerancePercentage());
        put(preferences, "maxConcurrentCount", given.maxConcurrentCount());
        put(preferences, "maxConcurrentPercentage", given.maxConcurrentPercentage());
        put(preferences, "regionConcurrencyType", name(given.regionConcurrency()));
        put(preferences, "regionOrder", given.regionOrder().isEmpty() ? null : given.regionOrder());
        put(preferences, "concurrencyMode", name(given.concurrencyMode()));
        return preferences;
    }

    /**
     * The request that a plan was made for.
     *
     * @param plan the plan
     * @param watching how to watch its operations
     * @return the same but for how operations are watched
     */
    static StackSetDeployRequest read(Plan plan, OperationSettings watching) {
        Values desired = new Values(plan.desired());
        List<StackSetParameter> parameters = new ArrayList<>();
        desired.texts("parameters")
                .forEach((key, value) -> parameters.add(new StackSetParameter(key, value, false, false)));
        desired.list("secretParameters").forEach(key -> parameters.add(new StackSetParameter(key, null, true, false)));
        desired.list("previousParameters")
                .forEach(key -> parameters.add(new StackSetParameter(key, null, false, true)));
        List<String> accounts = desired.list(ACCOUNTS);
        List<String> units = desired.list(UNITS);
        return new StackSetDeployRequest(
                plan.name(),
                desired.text(SetSettings.DESCRIPTION),
                new StackSetTemplate(desired.text("template"), desired.text(BODY), null, desired.text(BUCKET)),
                parameters,
                desired.list(SetSettings.CAPABILITIES),
                desired.has(SetSettings.TAGS) ? desired.texts(SetSettings.TAGS) : null,
                desired.constant(SetSettings.PERMISSION_MODEL, PermissionModel.class),
                desired.text(SetSettings.ADMINISTRATION_ROLE),
                desired.text(SetSettings.EXECUTION_ROLE),
                desired.constant(SetSettings.AUTO_DEPLOYMENT, AutoDeployment.class),
                desired.flag(SetSettings.MANAGED_EXECUTION),
                accounts.isEmpty() && units.isEmpty()
                        ? null
                        : new DeploymentTargets(accounts, units, desired.constant(FILTER, AccountFilter.class)),
                desired.list(REGIONS),
                Boolean.TRUE.equals(desired.flag(NEW_FIRST)),
                operations(desired, watching));
    }

    private static OperationSettings operations(Values desired, OperationSettings watching) {
        return new OperationSettings(
                desired.constant(CALL_AS, CallAs.class),
                new OperationPreferences(
                        desired.number("failureToleranceCount"),
                        desired.number("failureTolerancePercentage"),
                        desired.number("maxConcurrentCount"),
                        desired.number("maxConcurrentPercentage"),
                        desired.constant("regionConcurrencyType", RegionConcurrency.class),
                        desired.list("regionOrder"),
                        desired.constant("concurrencyMode", ConcurrencyMode.class)),
                Boolean.TRUE.equals(desired.flag(BATCH)),
                watching.waitForOthers(),
                watching.tolerateFailures(),
                watching.memberRoleName(),
                watching.events(),
                watching.waitForEnd(),
                watching.watchMinutes());
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static void put(Map<String, Object> map, String name, Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
