package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.field;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.TeaException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GovernanceTest {
    private static final String TEMPLATE = """
            Resources:
              Db:
                Type: ALIYUN::RDS::DBInstance
                Properties: {Class: small}
                Metadata: {LocalCloud: {Drift: {Class: large}}}
              Bucket: {Type: ALIYUN::OSS::Bucket, Properties: {Acl: private}}
            """;

    private LocalRosFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalRosFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aProtectedStackIsNotDeleted() throws Exception {
        String id = fixture.created("s", TEMPLATE, "DeletionProtection", "Enabled");

        TeaException refused = refused(() -> fixture.call("DeleteStack", "StackId", id));
        fixture.call("SetDeletionProtection", "StackId", id, "DeletionProtection", "Disabled");
        fixture.call("DeleteStack", "StackId", id);

        assertThat(refused.getCode()).isEqualTo("InvalidParameter");
        assertThat(refused.getMessage()).contains("deletion protection");
        assertThat(fixture.status(id)).isEqualTo("DELETE_IN_PROGRESS");
        try (LocalRosFixture other = new LocalRosFixture(
                LocalRos.builder().options(o -> o.withDeletionProtectedCode("DeletionProtected")))) {
            String kept = other.created("s", TEMPLATE, "DeletionProtection", "Enabled");
            assertThat(refused(() -> other.call("DeleteStack", "StackId", kept)).getCode())
                    .isEqualTo("DeletionProtected");
        }
    }

    @Test
    void aStackPolicyDeniesUpdatesAndCanBeOverriddenForOne() throws Exception {
        String policy = "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"Update:*\", \"Resource\": \"*\"}, "
                + "{\"Effect\": \"Deny\", \"Action\": [\"Update:Modify\"], \"Resource\": \"LogicalResourceId/Db\"}]}";
        String open = "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"Update:*\", \"Resource\": \"*\"}]}";
        String changed = TEMPLATE.replace("Class: small", "Class: medium");
        String id = fixture.created("s", TEMPLATE);
        fixture.call("SetStackPolicy", "StackId", id, "StackPolicyBody", policy);

        TeaException denied = refused(() -> fixture.update(id, changed));
        fixture.update(id, TEMPLATE.replace("private", "public"));
        fixture.later(600);
        fixture.update(id, changed, "StackPolicyDuringUpdateBody", open);

        assertThat(denied.getCode()).isEqualTo("StackPolicyValidationFailed");
        assertThat(denied.getMessage()).contains("Action denied by stack policy: Update:Modify on Db");
        assertThat(fixture.call("GetStackPolicy", "StackId", id).at("/StackPolicyBody/Statement"))
                .hasSize(2);
    }

    @Test
    void driftIsFoundOnceItWasLookedFor() throws Exception {
        String id = fixture.created("s", TEMPLATE);
        assertThat(fixture.stack(id).get("StackDriftStatus").asText()).isEqualTo("NOT_CHECKED");
        assertThat(fixture.call("ListStackResourceDrifts", "StackId", id).get("ResourceDrifts"))
                .isEmpty();

        String detection = fixture.call("DetectStackDrift", "StackId", id)
                .get("DriftDetectionId")
                .asText();
        JsonNode running = fixture.call("GetStackDriftDetectionStatus", "DriftDetectionId", detection);
        fixture.later(10);
        JsonNode done = fixture.call("GetStackDriftDetectionStatus", "DriftDetectionId", detection);

        assertThat(running.get("DriftDetectionStatus").asText()).isEqualTo("DETECTION_IN_PROGRESS");
        assertThat(done.get("DriftDetectionStatus").asText()).isEqualTo("DETECTION_COMPLETE");
        assertThat(done.get("StackDriftStatus").asText()).isEqualTo("DRIFTED");
        assertThat(done.get("DriftedStackResourceCount").asInt()).isEqualTo(1);
        JsonNode drifts = fixture.call("ListStackResourceDrifts", "StackId", id).get("ResourceDrifts");
        assertThat(field(drifts, "ResourceDriftStatus")).containsExactlyInAnyOrder("MODIFIED", "IN_SYNC");
        JsonNode modified = fixture.call("ListStackResourceDrifts", "StackId", id, "ResourceDriftStatus.1", "MODIFIED")
                .get("ResourceDrifts")
                .get(0);
        assertThat(modified.at("/PropertyDifferences/0/PropertyPath").asText()).isEqualTo("/Class");
        assertThat(modified.at("/PropertyDifferences/0/ExpectedValue").asText()).isEqualTo("small");
        assertThat(modified.at("/PropertyDifferences/0/ActualValue").asText()).isEqualTo("large");
        assertThat(modified.at("/PropertyDifferences/0/DifferenceType").asText())
                .isEqualTo("NOT_EQUAL");
    }

    @Test
    void driftsArePagedByToken() throws Exception {
        String id = fixture.created("s", TEMPLATE);
        fixture.call("DetectStackDrift", "StackId", id);
        fixture.later(10);

        JsonNode first = fixture.call("ListStackResourceDrifts", "StackId", id, "MaxResults", "1");
        JsonNode second = fixture.call(
                "ListStackResourceDrifts",
                "StackId",
                id,
                "MaxResults",
                "1",
                "NextToken",
                first.get("NextToken").asText());

        assertThat(second.has("NextToken")).isFalse();
        assertThat(second.at("/ResourceDrifts/0/LogicalResourceId"))
                .isNotEqualTo(first.at("/ResourceDrifts/0/LogicalResourceId"));
    }

    @Test
    void templatesKnownByIdAndUrlAreUsedAndReturned() throws Exception {
        fixture.ros.templates().putId("tpl-1", LocalRosFixture.HEADER + TEMPLATE);
        fixture.ros.templates().putUrl("oss://b/t.yaml", LocalRosFixture.HEADER + TEMPLATE);

        String byId = fixture.call("CreateStack", "StackName", "a", "TemplateId", "tpl-1")
                .get("StackId")
                .asText();
        String byUrl = fixture.call("CreateStack", "StackName", "b", "TemplateURL", "oss://b/t.yaml")
                .get("StackId")
                .asText();

        assertThat(fixture.stack(byId).get("TemplateId").asText()).isEqualTo("tpl-1");
        assertThat(fixture.stack(byUrl).get("TemplateURL").asText()).isEqualTo("oss://b/t.yaml");
        assertThat(fixture.call("GetTemplate", "StackId", byUrl)
                        .get("TemplateBody")
                        .asText())
                .startsWith("{\"ROSTemplateFormatVersion\":\"2015-09-01\"");
        assertThat(fixture.call("GetTemplate", "TemplateId", "tpl-1")
                        .get("TemplateBody")
                        .asText())
                .isEqualTo(LocalRosFixture.HEADER + TEMPLATE);
        assertThat(refused(() -> fixture.call("CreateStack", "StackName", "c", "TemplateId", "none"))
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void settingsAreRememberedFromOneOperationToTheNext() throws Exception {
        String id =
                fixture.created("s", TEMPLATE, "RamRoleName", "deployer", "Tags.1.Key", "team", "Tags.1.Value", "red");

        fixture.update(id, TEMPLATE, "Tags.1.Key", "team", "Tags.1.Value", "blue");
        fixture.later(600);

        JsonNode stack = fixture.stack(id);
        assertThat(stack.get("Status").asText()).isEqualTo("UPDATE_COMPLETE");
        assertThat(stack.get("RamRoleName").asText()).isEqualTo("deployer");
        assertThat(stack.at("/Tags/0/Value").asText()).isEqualTo("blue");
    }
}
