package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else is at work on the stack. */
class OthersTest {
    private static final String SLOW = Samples.of("Resources:\n  Db: {Type: 'ALIYUN::RDS::DBInstance'}\n");

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
    void aDeploymentWaitsForSomebodyElsesOperationAndThenUpdates() throws Exception {
        deployer.call("CreateStack", "StackName", "web", "TemplateBody", SLOW);

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("action", "UPDATE");
        assertThat(deployer.console())
                .containsSubsequence(
                        "is CREATE_IN_PROGRESS: somebody else's operation is running",
                        "The other operation is over; stack \"web\" is CREATE_COMPLETE");
        assertThat(deployer.ros.count("UpdateStack")).isEqualTo(1);
    }

    @Test
    void aDeletionWaitsForSomebodyElsesOperation() throws Exception {
        deployer.call("CreateStack", "StackName", "web", "TemplateBody", SLOW);

        assertThat(deployer.delete(Requests.delete("web")).succeeded()).isTrue();
        assertThat(deployer.ros.effects("DeleteStack")).hasSize(1);
        assertThat(deployer.ros.count("DeleteStack")).isEqualTo(1);
    }

    @Test
    void aStackThatSomebodyDeletesIsCreatedWhenItIsGone() throws Exception {
        String id = (String)
                deployer.deploy(Requests.deploy("web", Samples.TWO)).facts().get("stackId");
        deployer.call("DeleteStack", "StackId", id);

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("action", "CREATE");
        assertThat(outcome.facts().get("stackId")).isNotEqualTo(id);
    }

    @Test
    void whoDoesNotWantToWaitIsRefused() throws Exception {
        deployer.call("CreateStack", "StackName", "web", "TemplateBody", SLOW);

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO).refuseToWaitForOthers());

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("is CREATE_IN_PROGRESS").contains("waitForOthers is false");
        assertThat(deployer.ros.count("UpdateStack")).isZero();
        assertThat(deployer.status("web")).isEqualTo("CREATE_IN_PROGRESS");
    }

    @Test
    void whoIsRefusedByRosAlthoughTheLastLookShowedRestIsToldTheSame() throws Exception {
        try (Deployer stale = stale(Duration.ofSeconds(20))) {
            String id = (String)
                    stale.deploy(Requests.deploy("web", Samples.TWO)).facts().get("stackId");
            stale.call("UpdateStack", "StackId", id, "TemplateBody", SLOW);

            Outcome outcome =
                    stale.deploy(Requests.deploy("web", Samples.TWO_CHANGED).refuseToWaitForOthers());

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
            assertThat(outcome.message()).contains("ActionInProgress").contains("waitForOthers is false");
        }
    }

    @Test
    void looksThatLagBehindSomebodyElsesOperationOnlyTakeTime() throws Exception {
        try (Deployer stale = stale(Duration.ofSeconds(45))) {
            String id = (String)
                    stale.deploy(Requests.deploy("web", Samples.TWO)).facts().get("stackId");
            stale.call("UpdateStack", "StackId", id, "TemplateBody", SLOW);
            long before = stale.ros.requests().size();

            Outcome outcome = stale.deploy(Requests.deploy("web", Samples.TWO_CHANGED));

            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(stale.ros.effects("UpdateStack")).hasSize(2);
            assertThat(stale.ros.requests().size() - before).isLessThan(100);
            assertThat(stale.console.stream().filter(line -> line.contains("moved meanwhile")))
                    .hasSizeBetween(1, 5);
        }
    }

    @Test
    void theDeadlineHoldsWhileWaitingForOthers() throws Exception {
        deployer.call("CreateStack", "StackName", "web", "TemplateBody", SLOW);

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO).watchMinutes(1));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("was not deployed: it could not be begun within 1 min");
        assertThat(deployer.ros.count("UpdateStack")).isZero();
    }

    private static Deployer stale(Duration lag) throws Exception {
        return new Deployer(builder -> builder.options(options -> options.withStaleAfterUpdate(lag)));
    }
}
