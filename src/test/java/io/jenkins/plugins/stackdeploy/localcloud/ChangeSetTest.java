package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.field;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeSetTest {
    private static final String OLD = """
            Resources:
              Vpc: {Type: ALIYUN::ECS::VPC, Properties: {CidrBlock: 10.0.0.0/8, VpcName: a}}
              Gone: {Type: ALIYUN::OSS::Bucket}
            """;
    private static final String NEW = """
            Resources:
              Vpc: {Type: ALIYUN::ECS::VPC, Properties: {CidrBlock: 10.0.0.0/8, VpcName: b}}
              Fresh: {Type: ALIYUN::OSS::Bucket}
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
    void aChangeSetShowsWhatAnUpdateWouldDoAndExecutesExactlyThat() throws Exception {
        String stack = fixture.created("s", OLD);
        String id = prepare(stack, "c", NEW);
        assertThat(get(id).get("Status").asText()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(get(id).get("ExecutionStatus").asText()).isEqualTo("UNAVAILABLE");

        fixture.later(3);
        JsonNode ready = get(id);
        assertThat(ready.get("ExecutionStatus").asText()).isEqualTo("AVAILABLE");
        assertThat(ready.get("Changes"))
                .extracting(c -> c.at("/ResourceChange/LogicalResourceId").asText() + " "
                        + c.at("/ResourceChange/Action").asText())
                .containsExactlyInAnyOrder("Vpc Modify", "Fresh Add", "Gone Remove");
        JsonNode modify = ready.get("Changes").get(0).get("ResourceChange");
        assertThat(modify.get("Replacement").asText()).isEqualTo("False");
        assertThat(modify.at("/Details/0/Target/Name").asText()).isEqualTo("VpcName");

        fixture.call("ExecuteChangeSet", "ChangeSetId", id);
        assertThat(get(id).get("ExecutionStatus").asText()).isEqualTo("EXECUTE_IN_PROGRESS");
        fixture.later(600);
        assertThat(get(id).get("ExecutionStatus").asText()).isEqualTo("EXECUTE_COMPLETE");
        assertThat(fixture.status(stack)).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aChangeSetForANewStackWaitsInReview() throws Exception {
        JsonNode created = fixture.call(
                "CreateChangeSet",
                "ChangeSetName",
                "first",
                "ChangeSetType",
                "CREATE",
                "StackName",
                "new",
                "TimeoutInMinutes",
                "30",
                "TemplateBody",
                LocalRosFixture.HEADER + NEW);
        String stack = created.get("StackId").asText();
        String id = created.get("ChangeSetId").asText();
        fixture.later(3600);

        assertThat(fixture.status(stack)).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(refused(() -> fixture.create("new", NEW)).getCode()).isEqualTo("StackExists");
        assertThat(refused(() -> fixture.update(stack, NEW)).getCode()).isEqualTo("NotSupported");
        fixture.call("ExecuteChangeSet", "ChangeSetId", id);
        assertThat(fixture.status(stack)).isEqualTo("CREATE_IN_PROGRESS");
        fixture.later(600);
        assertThat(fixture.status(stack)).isEqualTo("CREATE_COMPLETE");
        assertThat(fixture.stack(stack).get("TimeoutInMinutes").asInt()).isEqualTo(30);
    }

    @Test
    void anUnusedShellCanBeDeleted() throws Exception {
        JsonNode created = fixture.call(
                "CreateChangeSet",
                "ChangeSetName",
                "first",
                "ChangeSetType",
                "CREATE",
                "StackName",
                "new",
                "TimeoutInMinutes",
                "30",
                "TemplateBody",
                LocalRosFixture.HEADER + NEW);
        String stack = created.get("StackId").asText();

        fixture.call(
                "DeleteChangeSet", "ChangeSetId", created.get("ChangeSetId").asText());
        assertThat(fixture.status(stack)).isEqualTo("REVIEW_IN_PROGRESS");
        fixture.call("DeleteStack", "StackId", stack);
        fixture.later(60);

        assertThat(fixture.status(stack)).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void anotherOperationMakesAChangeSetObsolete() throws Exception {
        String stack = fixture.created("s", OLD);
        String id = prepare(stack, "c", NEW);
        fixture.later(60);

        fixture.update(stack, OLD + "Description: moved on\n");
        fixture.later(600);

        assertThat(get(id).get("ExecutionStatus").asText()).isEqualTo("OBSOLETE");
        assertThat(refused(() -> fixture.call("ExecuteChangeSet", "ChangeSetId", id))
                        .getCode())
                .isEqualTo("NotSupported");
    }

    @Test
    void aChangeSetWithoutDifferencesFailsOrIsRefused() throws Exception {
        String stack = fixture.created("s", OLD);
        String id = prepare(stack, "same", OLD);
        fixture.later(60);

        assertThat(get(id).get("Status").asText()).isEqualTo("CREATE_FAILED");
        assertThat(get(id).get("StatusReason").asText()).contains("completely same stack");
        assertThat(get(id).get("ExecutionStatus").asText()).isEqualTo("UNAVAILABLE");

        try (LocalRosFixture strict =
                new LocalRosFixture(LocalRos.builder().options(o -> o.withUnchangedChangeSetIsError(true)))) {
            String other = strict.created("s", OLD);
            assertThat(refused(() -> strict.call(
                                    "CreateChangeSet",
                                    "ChangeSetName",
                                    "same",
                                    "StackId",
                                    other,
                                    "TemplateBody",
                                    LocalRosFixture.HEADER + OLD))
                            .getCode())
                    .isEqualTo("NotSupported");
        }
    }

    @Test
    void changeSetsAreListedByNameAndStatusAndHaveUniqueNames() throws Exception {
        String stack = fixture.created("s", OLD);
        prepare(stack, "build-1", NEW);
        fixture.later(60);
        prepare(stack, "build-2", NEW);
        prepare(stack, "other", NEW);

        assertThat(refused(() -> prepare(stack, "other", NEW)).getCode()).isEqualTo("ChangeSetExists");
        assertThat(names("StackId", stack, "ChangeSetName.1", "build-*")).containsExactly("build-2", "build-1");
        assertThat(names("StackId", stack, "ExecutionStatus.1", "AVAILABLE")).containsExactly("build-1");
        assertThat(refused(() -> get("nonsense")).getCode()).isEqualTo("ChangeSetNotFound");
    }

    @Test
    void aPreviewShowsTheSameWithoutLeavingATrace() throws Exception {
        String stack = fixture.created("s", OLD);

        JsonNode update = fixture.call("PreviewStack", "StackId", stack, "TemplateBody", LocalRosFixture.HEADER + NEW);
        JsonNode create = fixture.call("PreviewStack", "StackName", "t", "TemplateBody", LocalRosFixture.HEADER + NEW);

        assertThat(field(update.at("/Stack/Resources"), "Action")).containsExactlyInAnyOrder("Modify", "Add", "Remove");
        assertThat(field(create.at("/Stack/Resources"), "Action")).containsOnly("Add");
        assertThat(create.at("/Stack/Resources/0/Properties/VpcName").asText()).isEqualTo("b");
        assertThat(fixture.ros.stacks()).hasSize(1);
        assertThat(fixture.ros.effects("PreviewStack")).isEmpty();
    }

    private List<String> names(String... arguments) throws Exception {
        return field(fixture.call("ListChangeSets", arguments).get("ChangeSets"), "ChangeSetName");
    }

    private String prepare(String stack, String name, String template, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("ChangeSetName", name, "StackId", stack, "TemplateBody", LocalRosFixture.HEADER + template));
        Collections.addAll(arguments, more);
        return fixture.call("CreateChangeSet", arguments.toArray(String[]::new))
                .get("ChangeSetId")
                .asText();
    }

    private JsonNode get(String id) throws Exception {
        return fixture.call("GetChangeSet", "ChangeSetId", id);
    }
}
