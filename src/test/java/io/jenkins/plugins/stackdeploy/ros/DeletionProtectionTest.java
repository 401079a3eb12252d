package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionProtectionTest {
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    @Test
    void aProtectedStackIsNotDeletedUntilADeploymentTakesTheProtectionAway() {
        deployer.deploy(Requests.deploy("web", Samples.TWO).deletionProtection(true));

        Outcome refused = deployer.delete(Requests.delete("web"));
        assertThat(refused.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(refused.message()).contains("protected from deletion").contains("deletionProtection: false");
        assertThat(deployer.ros.count("DeleteStack")).isZero();

        Outcome unchanged = deployer.deploy(Requests.deploy("web", Samples.TWO).deletionProtection(false));
        assertThat(unchanged.facts()).containsEntry("action", "NONE");
        assertThat(deployer.console()).contains("no longer protected");

        assertThat(deployer.delete(Requests.delete("web")).succeeded()).isTrue();
    }

    @Test
    void anUpdateProtectsAStackOnceItIsDone() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED).deletionProtection(true));

        assertThat(deployer.console()).contains("It is now protected from deletion");
        assertThat(deployer.delete(Requests.delete("web")).succeeded()).isFalse();
    }

    @Test
    void whatIsNotAskedForIsLeftAsItIs() {
        deployer.deploy(Requests.deploy("web", Samples.TWO).deletionProtection(true));
        deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));

        assertThat(deployer.ros.count("SetDeletionProtection")).isZero();
        assertThat(deployer.delete(Requests.delete("web")).succeeded()).isFalse();
    }

    @Test
    void aProtectionThatCannotBeSetFailsAndTellsThatTheStackIsDone() throws Exception {
        try (Deployer poor = new Deployer(
                builder -> builder.account("LTAI-poor", "poor", "1234567890123456", "SetDeletionProtection"))) {
            poor.deploy(Requests.deploy("web", Samples.TWO));
            poor.keys = () -> new AccessKey("LTAI-poor", "poor", null, null);

            Outcome outcome =
                    poor.deploy(Requests.deploy("web", Samples.TWO_CHANGED).deletionProtection(true));

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
            assertThat(outcome.message())
                    .contains(
                            "is UPDATE_COMPLETE, but what had to follow failed: SetDeletionProtection (NoPermission)");
            assertThat(poor.console()).contains("allow ros:SetDeletionProtection");
        }
    }
}
