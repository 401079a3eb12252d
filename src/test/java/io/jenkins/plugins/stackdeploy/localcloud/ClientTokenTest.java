package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.TeaException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTokenTest {
    private static final String TEMPLATE = "Resources: {Bucket: {Type: ALIYUN::OSS::Bucket}}\n";

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
    void theSameTokenAndParametersHaveOneEffectAndOneAnswer() throws Exception {
        String first = fixture.create("s", TEMPLATE, "ClientToken", "token-1");
        fixture.later(3600);
        String second = fixture.create("s", TEMPLATE, "ClientToken", "token-1");

        assertThat(second).isEqualTo(first);
        assertThat(fixture.ros.count("CreateStack")).isEqualTo(2);
        assertThat(fixture.ros.effects("CreateStack")).singleElement().satisfies(r -> assertThat(r.clientToken())
                .isEqualTo("token-1"));
        assertThat(fixture.ros.stacks()).hasSize(1);
    }

    @Test
    void anUpdateIsRepeatedWithoutAnEffectEvenWhileItRuns() throws Exception {
        String id = fixture.created("s", TEMPLATE);
        String changed = TEMPLATE + "Description: changed\n";

        fixture.update(id, changed, "ClientToken", "u1");
        fixture.update(id, changed, "ClientToken", "u1");

        assertThat(fixture.ros.effects("UpdateStack")).hasSize(1);
        assertThat(fixture.ros.stacks().get(0).operations()).isEqualTo(2);
    }

    @Test
    void otherParametersOrAnotherActionMakeATokenInvalid() throws Exception {
        String id = fixture.created("s", TEMPLATE, "ClientToken", "token-1");

        TeaException otherName = refused(() -> fixture.create("t", TEMPLATE, "ClientToken", "token-1"));
        TeaException otherAction = refused(() -> fixture.update(id, TEMPLATE, "ClientToken", "token-1"));

        assertThat(otherName.getCode()).isEqualTo("InvalidIdempotenceParameter");
        assertThat(otherName.getStatusCode()).isEqualTo(400);
        assertThat(otherAction.getCode()).isEqualTo("InvalidIdempotenceParameter");
    }

    @Test
    void aRefusedRequestDoesNotUseItsTokenUp() throws Exception {
        TeaException missing = refused(
                () -> fixture.create("s", "Parameters: {P: {Type: String}}\n" + TEMPLATE, "ClientToken", "token-1"));

        assertThat(missing.getCode()).isEqualTo("UserParameterMissing");
        assertThat(fixture.create("s", TEMPLATE, "ClientToken", "token-1")).isNotEmpty();
    }

    @Test
    void aTokenOfAnotherFormIsInvalid() {
        assertThat(refused(() -> fixture.create("s", TEMPLATE, "ClientToken", "a b"))
                        .getCode())
                .isEqualTo("InvalidParameter");
        assertThat(refused(() -> fixture.create("s", TEMPLATE, "ClientToken", "x".repeat(65)))
                        .getCode())
                .isEqualTo("InvalidParameter");
    }

    @Test
    void aRepeatedTokenMayStillBeProcessed() throws Exception {
        try (LocalRosFixture slow =
                new LocalRosFixture(LocalRos.builder().options(o -> o.withTokenProcessing(Duration.ofSeconds(3))))) {
            String id = slow.create("s", TEMPLATE, "ClientToken", "t");

            TeaException processing = refused(() -> slow.create("s", TEMPLATE, "ClientToken", "t"));
            slow.later(3);

            assertThat(processing.getCode()).isEqualTo("LastTokenProcessing");
            assertThat(processing.getStatusCode()).isEqualTo(403);
            assertThat(slow.create("s", TEMPLATE, "ClientToken", "t")).isEqualTo(id);
        }
    }

    @Test
    void theAnswerToARepeatedChangeSetNamesTheSameChangeSet() throws Exception {
        String[] arguments = {
            "ChangeSetName", "c",
            "ChangeSetType", "CREATE",
            "StackName", "s",
            "TimeoutInMinutes", "60",
            "ClientToken", "c1",
            "TemplateBody", LocalRosFixture.HEADER + TEMPLATE
        };

        JsonNode first = fixture.call("CreateChangeSet", arguments);
        JsonNode second = fixture.call("CreateChangeSet", arguments);

        assertThat(second.get("ChangeSetId")).isEqualTo(first.get("ChangeSetId"));
        assertThat(second.get("RequestId")).isNotEqualTo(first.get("RequestId"));
        assertThat(fixture.ros.effects("CreateChangeSet")).hasSize(1);
    }
}
