package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NestedStackTest {
    private static final String INNER = """
            ROSTemplateFormatVersion: '2015-09-01'
            Parameters:
              VpcId: {Type: String}
              Size: {Type: String, Default: small}
            Resources:
              Host:
                Type: ALIYUN::ECS::Instance
                Properties: {VpcId: !Ref VpcId, InstanceType: !Ref Size}
            Outputs:
              HostId: {Value: !Ref Host}
            """;
    private static final String OUTER = """
            Parameters:
              Size: {Type: String, Default: small}
            Resources:
              Vpc: {Type: ALIYUN::ECS::VPC}
              App:
                Type: ALIYUN::ROS::Stack
                Properties:
                  TemplateURL: oss://bucket/inner.yaml
                  Parameters: {VpcId: !Ref Vpc, Size: !Ref Size}
            Outputs:
              Host: {Value: !GetAtt App.Outputs.HostId}
            """;

    private LocalRosFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalRosFixture.start();
        fixture.ros.templates().putUrl("oss://bucket/inner.yaml", INNER);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aNestedStackHasEventsAndOutputsOfItsOwn() throws Exception {
        String id = fixture.create("outer", OUTER);
        fixture.later(10);

        String child = child(id);
        assertThat(fixture.status(child)).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(fixture.events(child)).endsWith("Host CREATE_IN_PROGRESS");
        assertThat(fixture.events(id)).contains("App CREATE_IN_PROGRESS").doesNotContain("Host CREATE_IN_PROGRESS");

        fixture.later(600);
        JsonNode inner = fixture.stack(child);
        assertThat(inner.get("Status").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(inner.get("ParentStackId").asText()).isEqualTo(id);
        assertThat(inner.get("RootStackId").asText()).isEqualTo(id);
        assertThat(fixture.stack(id).get("Outputs").get(0).get("OutputValue"))
                .isEqualTo(inner.get("Outputs").get(0).get("OutputValue"));
    }

    @Test
    void nestedStacksAreListedOnlyIfAskedFor() throws Exception {
        String id = fixture.created("outer", OUTER);

        assertThat(fixture.call("ListStacks").get("TotalCount").asInt()).isEqualTo(1);
        JsonNode nested = fixture.call("ListStacks", "ShowNestedStack", "true", "ParentStackId", id);
        assertThat(nested.get("Stacks").get(0).get("StackName").asText()).startsWith("outer-App-");
    }

    @Test
    void theOuterStackDoesNotRepeatTheInnerCause() throws Exception {
        fixture.ros
                .templates()
                .putUrl(
                        "oss://bucket/inner.yaml",
                        INNER.replace(
                                "    Type: ALIYUN::ECS::Instance",
                                "    Type: ALIYUN::ECS::Instance\n"
                                        + "    Metadata: {LocalCloud: {FailOn: CREATE, Reason: No quota.}}"));
        String id = fixture.create("outer", OUTER, "DisableRollback", "true");
        fixture.later(600);

        JsonNode outer = fixture.stack(id);
        assertThat(outer.get("Status").asText()).isEqualTo("CREATE_FAILED");
        assertThat(outer.get("StatusReason").asText())
                .startsWith("Resource CREATE failed: The nested stack outer-App-")
                .doesNotContain("No quota.");
        assertThat(fixture.stack(child(id)).get("StatusReason").asText())
                .isEqualTo("Resource CREATE failed: No quota.");
    }

    @Test
    void anUpdateReachesTheInnerStackAndAFailureRollsItBack() throws Exception {
        String id = fixture.created("outer", OUTER);
        String child = child(id);

        fixture.update(id, OUTER, "Parameters.1.ParameterKey", "Size", "Parameters.1.ParameterValue", "large");
        fixture.later(600);
        assertThat(fixture.status(child)).isEqualTo("UPDATE_COMPLETE");

        String broken = OUTER.replace("Resources:", """
                Resources:
                  Late:
                    Type: ALIYUN::OSS::Bucket
                    DependsOn: App
                    Metadata: {LocalCloud: {FailOn: CREATE}}\
                """);
        fixture.update(id, broken);
        fixture.later(600);

        assertThat(fixture.status(id)).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.events(child).stream().filter("Host UPDATE_COMPLETE"::equals))
                .hasSize(3);
    }

    @Test
    void rollingBackTheOuterCreateDeletesTheInnerStack() throws Exception {
        String id = fixture.create("outer", OUTER.replace("Resources:", """
                        Resources:
                          Late:
                            Type: ALIYUN::OSS::Bucket
                            DependsOn: App
                            Metadata: {LocalCloud: {FailOn: CREATE}}\
                        """));
        fixture.later(10);
        String child = child(id);
        fixture.later(600);

        assertThat(fixture.status(id)).isEqualTo("CREATE_ROLLBACK_COMPLETE");
        assertThat(fixture.status(child)).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aNestedStackIsChangedThroughItsRootOnly() throws Exception {
        String child = child(fixture.created("outer", OUTER));

        assertThat(refused(() -> fixture.call("DeleteStack", "StackId", child)).getCode())
                .isEqualTo("NotSupported");
        assertThat(refused(() -> fixture.call(
                                "SetDeletionProtection", "StackId", child, "DeletionProtection", "Enabled"))
                        .getCode())
                .isEqualTo("InvalidOperation.SetDeletionProtection");
    }

    @Test
    void aFaultyInnerTemplateFailsTheResourceOnly() throws Exception {
        fixture.ros.templates().putUrl("oss://bucket/inner.yaml", INNER.replace("!Ref Host", "!Ref Ghost"));

        String id = fixture.create("outer", OUTER, "DisableRollback", "true");
        fixture.later(600);

        assertThat(fixture.stack(id).get("StatusReason").asText())
                .contains("InvalidTemplateReference")
                .contains("Ghost");
    }

    @Test
    void cancellingTheOuterUpdateStopsTheInnerOne() throws Exception {
        String id = fixture.created("outer", OUTER);
        String child = child(id);
        fixture.update(id, OUTER, "Parameters.1.ParameterKey", "Size", "Parameters.1.ParameterValue", "large");
        fixture.later(5);
        assertThat(fixture.status(child)).isEqualTo("UPDATE_IN_PROGRESS");

        fixture.call("CancelUpdateStack", "StackId", id);

        assertThat(fixture.status(child)).isEqualTo("UPDATE_FAILED");
        fixture.later(600);
        assertThat(fixture.status(id)).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.status(child)).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.stack(child).get("Parameters").toString()).contains("\"small\"");
    }

    private String child(String id) throws Exception {
        return fixture.call("GetStackResource", "StackId", id, "LogicalResourceId", "App")
                .get("PhysicalResourceId")
                .asText();
    }
}
