package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How to reach the account of a plan again, and which secrets it has, as the plan keeps it: names only. */
final class PlanTarget {
    private PlanTarget() {}

    static Map<String, Object> write(
            AlibabaTarget target, Map<String, String> secretCredentials, List<String> secretBuildParameters) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("connection", target.connection());
        written.put("credentialsId", target.credentialsId());
        written.put("region", target.region());
        written.put("roleArn", target.roleArn());
        written.put("secretCredentials", new LinkedHashMap<>(secretCredentials));
        written.put("secretBuildParameters", new ArrayList<>(secretBuildParameters));
        return written;
    }

    static Map<String, Object> write(
            AwsTarget target, Map<String, String> secretCredentials, List<String> secretBuildParameters) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("connection", target.connection());
        written.put("credentialsId", target.credentialsId());
        written.put("region", target.region());
        written.put("roleArn", target.roleArn());
        written.put("externalId", target.externalId());
        written.put("secretCredentials", new LinkedHashMap<>(secretCredentials));
        written.put("secretBuildParameters", new ArrayList<>(secretBuildParameters));
        return written;
    }

    /** The account and region; a step's own arguments go before the plan's. */
    static AwsTarget target(Plan plan, StackSetStep step) {
        boolean own = step.getConnection() != null || step.getCredentialsId() != null;
        boolean ownRole = own || step.getRoleArn() != null;
        return new AwsTarget(
                own ? step.getConnection() : text(plan, "connection"),
                own ? step.getCredentialsId() : text(plan, "credentialsId"),
                step.getRegion() == null ? plan.region() : step.getRegion(),
                ownRole ? step.getRoleArn() : text(plan, "roleArn"),
                ownRole || step.getExternalId() != null ? step.getExternalId() : text(plan, "externalId"));
    }

    /** The account and region; a step's own arguments go before the plan's. */
    static AlibabaTarget target(Plan plan, RosStep step) {
        boolean own = step.getConnection() != null || step.getCredentialsId() != null;
        return new AlibabaTarget(
                own ? step.getConnection() : text(plan, "connection"),
                own ? step.getCredentialsId() : text(plan, "credentialsId"),
                step.getRegion() == null ? plan.region() : step.getRegion(),
                own || step.getRoleArn() != null ? step.getRoleArn() : text(plan, "roleArn"));
    }

    /** Credentials ids by secret parameter, whose values the log must not show. */
    static Map<String, String> secretCredentials(Plan plan) {
        Map<String, String> credentials = new LinkedHashMap<>();
        if (plan.target().get("secretCredentials") instanceof Map<?, ?> map) {
            map.forEach((name, id) -> credentials.put(String.valueOf(name), String.valueOf(id)));
        }
        return credentials;
    }

    /** Secret parameters that had the value of the build's of that name. */
    static List<String> secretBuildParameters(Plan plan) {
        return plan.target().get("secretBuildParameters") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Plan plan, String name) {
        return plan.target().get(name) instanceof String text ? text : null;
    }
}
