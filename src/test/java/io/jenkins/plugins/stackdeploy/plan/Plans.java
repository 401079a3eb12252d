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

    static PlannedChange modify(String id, Replacement replacement) {
        return new PlannedChange(
                PlannedChange.MODIFY, id, "ALIYUN::ECS::VPC", "vpc-1", replacement, List.of("Properties.VpcName"));
    }
}
