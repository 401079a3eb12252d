package io.jenkins.plugins.stackdeploy.plan;

import java.util.List;
import java.util.Map;

/** Plans for tests. */
final class Plans {
    private Plans() {}

    static Plan update(List<PlannedChange> changes, List<ParameterChange> parameters, String difference) {
        return new Plan(
                "ros",
                "web",
                "cn-hangzhou",
                "LTAI",
                "UPDATE",
                true,
                "stack-1",
                "set-1",
                "stack-deploy-1",
                changes,
                parameters,
                difference,
                List.of(),
                null,
                null,
                Map.of("templateDigest", "abc", "tags", Map.of("a", "b"), "timeoutInMinutes", 60),
                Map.of("status", "CREATE_COMPLETE"),
                Map.of("connection", "prod"),
                "2026-11-22T08:00:00Z",
                "2026-11-23T08:00:00Z");
    }

    /** A plan for a stack set. */
    static Plan stackSet(List<SettingChange> settings, Rollout rollout) {
        return new Plan(
                "cloudformation",
                "web",
                "us-east-1",
                "AKIA",
                "UPDATE",
                true,
                "web:1",
                null,
                null,
                List.of(),
                List.of(),
                "",
                settings,
                rollout,
                null,
                Map.of("regions", List.of("us-east-1")),
                Map.of("exists", true),
                Map.of(),
                "2026-11-22T08:00:00Z",
                "2026-11-23T08:00:00Z");
    }

    static InstanceGroup group(InstanceChange change, String region, String... accounts) {
        return new InstanceGroup(change, region, accounts.length, List.of(accounts), List.of(), "digest");
    }

    static PlannedChange modify(String id, Replacement replacement) {
        return new PlannedChange(
                PlannedChange.MODIFY, id, "ALIYUN::ECS::VPC", "vpc-1", replacement, List.of("Properties.VpcName"));
    }
}
