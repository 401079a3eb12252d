package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureRule;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statuses that do not mean what they seem to. */
class StatusTrapsTest {
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private static Deployer stale(Duration lag) throws Exception {
        return new Deployer(builder -> builder.options(options -> options.withStaleAfterUpdate(lag)));
    }

    @Test
    void staleStatusRightAfterUpdateStackIsNotTheEnd() throws Exception {
        try (Deployer stale = stale(Duration.ofSeconds(20))) {
            stale.deploy(Requests.deploy("web", Samples.TWO));

            Outcome outcome = stale.deploy(Requests.deploy(
                    "web", Samples.TWO.replace("Outputs:", "  Db: {Type: 'ALIYUN::RDS::DBInstance'}\nOutputs:")));

            assertThat(outcome.facts()).containsEntry("status", "UPDATE_COMPLETE");
        }
    }

    @Test
    void updateTimeOfTheSameSecondDoesNotHideTheEnd() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
        freezeUpdateTime();

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("status", "UPDATE_COMPLETE").containsEntry("changed", true);
        assertThat(deployer.console()).contains("Stack \"web\" is UPDATE_COMPLETE, after ");
    }

    @Test
    void updateTimeOfTheSameSecondDoesNotHideTheEndWithoutEventsEither() throws Exception {
        try (Deployer poor =
                new Deployer(builder -> builder.account("LTAI-poor", "poor", "1234567890123456", "ListStackEvents"))) {
            poor.keys = () -> new AccessKey("LTAI-poor", "poor", null, null);
            poor.deploy(Requests.deploy("web", Samples.TWO));
            poor.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
            poor.console.clear();
            poor.api =
                    real -> new EditedAnswers(real, EditedAnswers.ofStacks(stack -> stack.put("UpdateTime", "same")));

            Outcome outcome = poor.deploy(Requests.deploy("web", Samples.TWO));

            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(poor.console())
                    .containsOnlyOnce("The stack's events cannot be read, only its status")
                    .contains("is UPDATE_COMPLETE, after");
        }
    }

    @Test
    void rollbackCompleteAfterAFailedUpdateIsAFailure() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.failing("UPDATE")));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.facts()).containsEntry("status", "ROLLBACK_COMPLETE").containsEntry("changed", true);
        assertThat(outcome.message())
                .contains("\"web\" was not updated: B (ALIYUN::OSS::Bucket) failed: Quota of buckets exceeded");
        assertThat(deployer.console()).contains("stack.yaml:4").contains("it is what it was before the update");
    }

    @Test
    void aSecondFailedUpdateIsAFailureToo() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        deployer.deploy(Requests.deploy("web", Samples.failing("UPDATE")));
        deployer.console.clear();

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.failing("UPDATE")));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.facts()).containsEntry("changed", true);
        assertThat(deployer.console.stream().filter(line -> line.contains("UPDATE_FAILED             B")))
                .as("only the events of this operation")
                .hasSize(1);
    }

    @Test
    void createFailedBeforeTheRollbackIsNotTheEnd() {
        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.failing("CREATE")));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.facts()).containsEntry("status", "CREATE_ROLLBACK_COMPLETE");
        assertThat(deployer.console())
                .containsSubsequence("CREATE_FAILED             web", "CREATE_ROLLBACK_COMPLETE  web");
        assertThat(deployer.status("web")).isEqualTo("CREATE_ROLLBACK_COMPLETE");
    }

    @Test
    void createFailedWithRollbackDisabledIsTheEnd() {
        Outcome outcome = deployer.deploy(
                Requests.deploy("web", Samples.failing("CREATE")).withoutRollback());

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.facts()).containsEntry("status", "CREATE_FAILED");
        assertThat(deployer.console()).contains("because rollback is disabled").contains("recreate: true");
    }

    @Test
    void createFailedThatLastsIsTheEndAlthoughARollbackWasExpected() throws Exception {
        Underway<RosOperation> underway = deployer.begin(Requests.deploy("web", Samples.TWO));
        underway.until(() -> deployer.console().contains("IN_PROGRESS        A"));
        deployer.call("CancelStackOperation", "StackId", underway.operation.stackId, "CancelType", "Quick");

        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.facts()).containsEntry("status", "CREATE_FAILED");
    }

    @Test
    void rollbackFailedShowsItsRootReason() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        deployer.ros.failures().add(new FailureRule("web", "B", FailOn.ROLLBACK, "Cannot go back"));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.failing("UPDATE")));

        assertThat(outcome.facts()).containsEntry("status", "ROLLBACK_FAILED");
        assertThat(outcome.message()).contains("Quota of buckets exceeded");
        assertThat(deployer.console())
                .contains("undoing it failed too")
                .contains("The rollback failed because: Resource UPDATE failed: Quota of buckets exceeded")
                .contains("repair the resource in the ROS console");
    }

    @Test
    void deleteFailedNamesTheResourceThatHoldsOut() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        deployer.ros.failures().add(new FailureRule("web", "A", FailOn.DELETE, "Bucket is not empty"));

        Outcome first = deployer.delete(Requests.delete("web"));
        Outcome second = deployer.delete(Requests.delete("web"));

        assertThat(first.message()).contains("was not deleted: A (ALIYUN::OSS::Bucket) failed: Bucket is not empty");
        assertThat(second.message()).isEqualTo(first.message());
        assertThat(second.facts()).containsEntry("status", "DELETE_FAILED").containsEntry("changed", true);
        assertThat(deployer.ros.effects("DeleteStack")).hasSize(2);
        assertThat(deployer.console()).contains("retainResources");
    }

    @Test
    void anUnknownStatusIsToldOnceAndWatchedOn() {
        int[] looks = {0};
        deployer.api = real -> new EditedAnswers(real, EditedAnswers.ofStacks(stack -> {
            if (looks[0]++ < 6) {
                stack.put("Status", "POLISH_COMPLETE");
            }
        }));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.console()).containsOnlyOnce("a status that this version does not know: POLISH_COMPLETE");
    }

    private void freezeUpdateTime() {
        Consumer<ObjectNode> edit = stack -> stack.put("UpdateTime", "2026-03-01T08:00:00");
        deployer.api = real -> new EditedAnswers(real, EditedAnswers.ofStacks(edit));
    }
}
