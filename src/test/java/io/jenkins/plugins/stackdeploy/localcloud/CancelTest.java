package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalRosFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelTest {
    private static final String TEMPLATE = """
            Resources:
              Host: {Type: ALIYUN::ECS::Instance, Properties: {InstanceType: small}}
              Next: {Type: ALIYUN::ECS::Instance, DependsOn: Host, Properties: {InstanceType: small}}
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
    void aQuicklyCancelledUpdateFailsAtOnceAndRollsBack() throws Exception {
        String id = fixture.created("s", TEMPLATE);
        fixture.update(id, TEMPLATE.replace("small", "large"));
        fixture.later(10);

        fixture.call("CancelUpdateStack", "StackId", id);

        assertThat(fixture.status(id)).isEqualTo("UPDATE_FAILED");
        assertThat(fixture.stack(id).get("StatusReason").asText()).isEqualTo("UPDATE aborted (user triggered cancel)");
        fixture.later(600);
        assertThat(fixture.status(id)).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.events(id))
                .containsSubsequence(
                        "Host UPDATE_FAILED", "s UPDATE_FAILED", "s ROLLBACK_IN_PROGRESS", "Host UPDATE_COMPLETE")
                .doesNotContain("Next UPDATE_IN_PROGRESS");
    }

    @Test
    void aSafelyCancelledOperationFinishesWhatItIsWorkingOn() throws Exception {
        String id = fixture.create("s", TEMPLATE);
        fixture.later(10);

        fixture.call("CancelStackOperation", "StackId", id);

        assertThat(fixture.status(id)).isEqualTo("CREATE_IN_PROGRESS");
        fixture.later(30);
        assertThat(fixture.status(id)).isEqualTo("CREATE_FAILED");
        fixture.later(600);
        assertThat(fixture.events(id)).endsWith("Host CREATE_COMPLETE", "s CREATE_FAILED");
    }

    @Test
    void aCancelledDeleteLeavesTheStackFailed() throws Exception {
        String id = fixture.created("s", TEMPLATE);
        fixture.call("DeleteStack", "StackId", id);
        fixture.later(1);

        fixture.call("CancelStackOperation", "StackId", id, "CancelType", "Quick");
        fixture.later(600);

        assertThat(fixture.status(id)).isEqualTo("DELETE_FAILED");
        assertThat(fixture.events(id)).endsWith("Next DELETE_FAILED", "s DELETE_FAILED");
    }

    @Test
    void thereHasToBeSomethingToCancel() throws Exception {
        String id = fixture.created("s", TEMPLATE);

        assertThat(refused(() -> fixture.call("CancelUpdateStack", "StackId", id))
                        .getCode())
                .isEqualTo("NotSupported");
        assertThat(refused(() -> fixture.call("CancelStackOperation", "StackId", id))
                        .getCode())
                .isEqualTo("NotSupported");
    }

    @Test
    void aCancelledCreateCanBeContinued() throws Exception {
        String id = fixture.create("s", TEMPLATE);
        fixture.later(10);
        fixture.call("CancelStackOperation", "StackId", id, "CancelType", "Quick");

        fixture.call("ContinueCreateStack", "StackId", id);
        fixture.later(600);

        assertThat(fixture.status(id)).isEqualTo("CREATE_COMPLETE");
    }
}
