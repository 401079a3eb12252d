package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors that are none, answers that are lost, and stacks that others change meanwhile. */
class AnswerTrapsTest {
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
    void notSupportedCompletelySameStackIsNoChange() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.facts()).containsEntry("action", "NONE");
        assertThat(deployer.ros.requests())
                .anyMatch(request ->
                        request.action().equals("UpdateStack") && request.code().equals("NotSupported"));
    }

    @Test
    void notSupportedForAnotherReasonIsAFailure() {
        deployer.deploy(Requests.deploy("web", Samples.failing("CREATE")).withoutRollback());
        // Whatever a later version of ROS may call it: here the look says that an update is possible, and ROS refuses.
        deployer.api = real ->
                new EditedAnswers(real, EditedAnswers.ofStacks(stack -> stack.put("Status", "CREATE_COMPLETE")));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("UpdateStack (NotSupported)").contains("CREATE_FAILED is not supported");
        assertThat(deployer.ros.count("UpdateStack")).isEqualTo(1);
    }

    @Test
    void deleteCompleteIsTheEndOfADeletionWhileTheStackIsStillShown() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        Outcome outcome = deployer.delete(Requests.delete("web"));

        assertThat(outcome.succeeded()).isTrue();
        assertThat(deployer.console()).contains("DELETE_COMPLETE           web");
    }

    @Test
    void stackNotFoundIsTheEndOfADeletionToo() throws Exception {
        try (Deployer forgetful =
                new Deployer(builder -> builder.options(options -> options.withDeletedStacksVisible(Duration.ZERO)))) {
            forgetful.deploy(Requests.deploy("web", Samples.TWO));

            Outcome outcome = forgetful.delete(Requests.delete("web"));

            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(outcome.facts()).containsEntry("status", "DELETE_COMPLETE");
            assertThat(forgetful.console()).doesNotContain("cannot be read");
            assertThat(forgetful.ros.requests())
                    .anyMatch(request -> request.code().equals("StackNotFound"));
        }
    }

    @Test
    void lastTokenProcessingIsWaitedFor() throws Exception {
        try (Deployer slow = new Deployer(
                builder -> builder.options(options -> options.withTokenProcessing(Duration.ofSeconds(20))))) {
            slow.ros.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "CreateStack"));

            Outcome outcome = slow.deploy(Requests.deploy("web", Samples.TWO));

            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(slow.ros.effects("CreateStack")).hasSize(1);
            assertThat(slow.ros.requests()).anyMatch(request -> request.code().equals("LastTokenProcessing"));
            assertThat(slow.console()).contains("Held up: CreateStack (LastTokenProcessing)", "It answers again.");
        }
    }

    @Test
    void invalidIdempotenceParameterAfterALostAnswerFindsTheStackThatWasCreated() {
        int[] rotations = {0};
        deployer.secrets = () -> Map.of("Password", "rotating-secret-" + rotations[0]++);
        deployer.ros.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "CreateStack"));

        Outcome outcome =
                deployer.deploy(Requests.deploy("web", Samples.WITH_SECRET).secret("Password"));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
        assertThat(deployer.ros.requests()).anyMatch(request -> request.code().equals("InvalidIdempotenceParameter"));
        assertThat(deployer.console()).contains("has already carried out an earlier attempt");
    }

    @Test
    void invalidIdempotenceParameterAfterALostAnswerFindsTheUpdate() {
        deployer.secrets = () -> Map.of("Password", "first-secret");
        deployer.deploy(Requests.deploy("web", Samples.WITH_SECRET).secret("Password"));
        int[] rotations = {0};
        deployer.secrets = () -> Map.of("Password", "rotating-secret-" + rotations[0]++);
        deployer.ros.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "UpdateStack"));

        Outcome outcome =
                deployer.deploy(Requests.deploy("web", Samples.WITH_SECRET).secret("Password"));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("status", "UPDATE_COMPLETE").containsEntry("changed", true);
        assertThat(deployer.ros.effects("UpdateStack")).hasSize(1);
    }

    @Test
    void aStackThatSomebodyCreatedMeanwhileIsUpdated() {
        boolean[] done = {false};
        deployer.api = real -> (action, query, body) -> {
            if (action.equals("CreateStack") && !done[0]) {
                done[0] = true;
                deployer.call("CreateStack", "StackName", "web", "TemplateBody", Samples.TWO);
            }
            return real.call(action, query, body);
        };

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("action", "UPDATE");
        assertThat(deployer.console())
                .contains("moved meanwhile (CreateStack (StackExists)")
                .contains("somebody else's operation is running");
    }

    @Test
    void aStackThatSomebodyCreatedWhileNothingCouldBeSentIsNotTakenForOurs() {
        boolean[] done = {false};
        deployer.api = real -> (action, query, body) -> {
            if (action.equals("ListStacks") && !done[0]) {
                done[0] = true;
                exhaust("CreateStack");
                RosApi.Answer answer = real.call(action, query, body);
                deployer.call("CreateStack", "StackName", "web", "TemplateBody", Samples.TWO);
                return answer;
            }
            return real.call(action, query, body);
        };

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("action", "UPDATE").containsEntry("changed", true);
        assertThat(deployer.ros.effects("UpdateStack")).hasSize(1);
        assertThat(deployer.console()).doesNotContain("has already carried out an earlier attempt");
    }

    private void exhaust(String action) {
        deployer.budgets
                .of(deployer.client().group(), action, RosClient.CALLS_PER_MINUTE)
                .throttled();
    }

    @Test
    void aStackThatSomebodyDeletesWhileItIsWatchedIsAFailureThatSaysSo() throws Exception {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        Underway<RosOperation> underway = deployer.begin(Requests.deploy("web", Samples.TWO_CHANGED));
        underway.until(() -> deployer.status("web").equals("UPDATE_COMPLETE"));
        deployer.call("DeleteStack", "StackId", underway.operation.stackId);

        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.facts()).containsEntry("status", "DELETE_COMPLETE");
        assertThat(deployer.console()).contains("no longer exists").contains("find out who deleted it");
    }

    @Test
    void aSuccessThatAnotherOperationOvertookStaysASuccess() throws Exception {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        Underway<RosOperation> underway = deployer.begin(Requests.deploy("web", Samples.TWO_CHANGED));
        underway.until(() -> deployer.status("web").equals("UPDATE_COMPLETE"));
        deployer.call("UpdateStack", "StackId", underway.operation.stackId, "TemplateBody", Samples.failing("UPDATE"));

        Outcome outcome = underway.outcome();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("status", "UPDATE_COMPLETE");
        assertThat(deployer.console()).contains("Another operation has begun").doesNotContain("UPDATE_FAILED");
    }

    @Test
    void aFailureThatAnotherOperationOvertookStaysAFailure() throws Exception {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        Underway<RosOperation> underway = deployer.begin(Requests.deploy("web", Samples.failing("UPDATE")));
        underway.until(() -> deployer.status("web").equals("ROLLBACK_COMPLETE"));
        deployer.call("UpdateStack", "StackId", underway.operation.stackId, "TemplateBody", Samples.TWO_CHANGED);
        deployer.time.skip(Duration.ofMinutes(5));
        assertThat(deployer.status("web")).isEqualTo("UPDATE_COMPLETE");

        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.facts()).containsEntry("status", "ROLLBACK_COMPLETE");
        assertThat(outcome.message()).contains("Quota of buckets exceeded");
    }

    @Test
    void aNewStackThatLooksDoNotShowYetIsNotTakenForDeleted() {
        long[] until = {0};
        deployer.api = real -> (action, query, body) -> {
            if (action.equals("CreateStack")) {
                until[0] = deployer.time.instant().getEpochSecond() + 5;
            }
            boolean hidden = deployer.time.instant().getEpochSecond() < until[0];
            if (hidden && action.equals("GetStack")) {
                throw new CloudException(RosErrors.kind("StackNotFound", "", 404), action, "StackNotFound", "?", null);
            }
            RosApi.Answer answer = real.call(action, query, body);
            if (hidden && action.equals("ListStacks")) {
                ((ObjectNode) answer.body()).putArray("Stacks");
            }
            return answer;
        };

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
    }

    @Test
    void timesWithoutZAndWithMicrosecondsAreRead() {
        Consumer<ObjectNode> precise = item -> {
            for (String name : new String[] {"CreateTime", "UpdateTime"}) {
                if (item.path(name).isTextual()) {
                    item.put(name, item.get(name).asText() + ".123456Z");
                }
            }
        };
        deployer.api = real -> new EditedAnswers(
                real,
                Map.of(
                        "GetStack",
                        precise,
                        "ListStacks",
                        EditedAnswers.each("Stacks", precise),
                        "ListStackEvents",
                        EditedAnswers.each("Events", precise)));
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.console())
                .contains("08:00:07  CREATE_COMPLETE           web")
                .contains("UPDATE_COMPLETE           B");
    }
}
