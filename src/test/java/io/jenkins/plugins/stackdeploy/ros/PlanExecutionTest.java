package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was planned is deployed, exactly that; or it is said what has moved, and nothing is done. */
class PlanExecutionTest {
    private static final String TEMPLATE = Samples.VPC + "Outputs:\n  Name: {Value: !Ref Name}\n";

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private Outcome planned(Requests.Planned request) {
        Outcome outcome = deployer.plan(request);
        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        return outcome;
    }

    private Outcome plannedUpdate() {
        deployer.deploy(Requests.deploy("web", TEMPLATE));
        return planned(Requests.plan(Requests.deploy("web", TEMPLATE).parameter("Name", "second")));
    }

    private static RosDeployRequest template(String template) {
        return Requests.deploy("web", template).withoutParameters().get();
    }

    private static Requests.Deploy nothingBut() {
        return Requests.Deploy.nothing();
    }

    private void refused(Outcome outcome, String... why) {
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message())
                .startsWith("Stack \"web\" was not deployed, and nothing was done: the plan no longer holds.")
                .contains(why);
        assertThat(outcome.facts()).containsEntry("changed", false);
        assertThat(deployer.ros.effects("ExecuteChangeSet")).isEmpty();
    }

    @Test
    void aCreationIsDeployedAsPlannedAndWatchedToItsEnd() {
        Outcome plan = planned(Requests.plan(Requests.deploy("web", TEMPLATE).deletionProtection(true)));

        Outcome outcome = deployer.execute(Requests.execute(plan));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("action", "CREATE")
                .containsEntry("status", "CREATE_COMPLETE")
                .containsEntry("changed", true)
                .containsEntry("planDigest", plan.facts().get("digest"))
                .containsEntry("outputs", Map.of("Name", "first"));
        assertThat(deployer.console()).contains("Deploying the plan: CREATE", "It is now protected from deletion");
        assertThat(deployer.ros.effects("CreateStack")).isEmpty();
    }

    @Test
    void anUpdateIsDeployedAsPlannedWithItsTemplateAndParametersGivenAgain() {
        Outcome plan = plannedUpdate();

        Outcome outcome = deployer.execute(Requests.execute(
                plan,
                Requests.deploy("web", TEMPLATE).parameter("Name", "second").get()));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("action", "UPDATE")
                .containsEntry("status", "UPDATE_COMPLETE")
                .containsEntry("outputs", Map.of("Name", "second"));
    }

    @Test
    void aFailedDeploymentOfAPlanSaysWhatFailed() {
        Outcome plan = planned(Requests.plan("web", Samples.failing("CREATE")));

        Outcome outcome = deployer.execute(Requests.execute(plan));

        assertThat(outcome.message()).contains("B (ALIYUN::OSS::Bucket) failed: ", "Quota of buckets exceeded");
        assertThat(outcome.facts()).containsEntry("status", "CREATE_ROLLBACK_COMPLETE");
    }

    @Test
    void aTemplateThatIsNotThePlannedOneIsRefused() {
        Outcome plan = plannedUpdate();

        refused(
                deployer.execute(Requests.execute(plan, template(TEMPLATE.replace("10.0", "172.16")))),
                "The template stack.yaml is not the one that was planned.");
        assertThat(deployer.status("web")).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aTemplateThatOnlyReadsDifferentlyIsThePlannedOne() {
        Outcome plan = plannedUpdate();

        assertThat(deployer.execute(Requests.execute(plan, template("# a comment\n" + TEMPLATE)))
                        .succeeded())
                .isTrue();
    }

    @Test
    void aParameterThatIsNotThePlannedOneIsRefused() {
        Outcome plan = plannedUpdate();

        refused(
                deployer.execute(Requests.execute(
                        plan, nothingBut().parameter("Name", "third").get())),
                "Parameter Name is given as \"third\", and was planned as \"second\".");
        refused(
                deployer.execute(
                        Requests.execute(plan, nothingBut().secret("Name").get())),
                "Parameter Name is given as \"****\"");
        refused(
                deployer.execute(
                        Requests.execute(plan, Requests.deploy("web", TEMPLATE).get())),
                "Parameter Name was planned, and is no longer given.");
        refused(
                deployer.execute(Requests.execute(
                        plan,
                        nothingBut()
                                .parameter("Name", "second")
                                .secret("Password")
                                .get())),
                "Parameter Password is given, and was not planned.");
    }

    @Test
    void aSettingThatIsNotThePlannedOneIsRefused() {
        deployer.deploy(Requests.deploy("web", TEMPLATE));
        Outcome plan = planned(
                Requests.plan(Requests.deploy("web", TEMPLATE).tag("Team", "a").timeoutInMinutes(30)));

        refused(
                deployer.execute(Requests.execute(
                        plan,
                        nothingBut()
                                .tag("Team", "b")
                                .timeoutInMinutes(20)
                                .deletionProtection(true)
                                .get())),
                "tags is given as {Team=b}, and was planned as {Team=a}.",
                "timeoutInMinutes is given as 20, and was planned as 30.",
                "deletionProtection is given as true, and was planned as -.");
        assertThat(deployer.execute(Requests.execute(
                                plan, nothingBut().tag("Team", "a").get()))
                        .succeeded())
                .isTrue();
    }

    @Test
    void aLiveStackThatHasMovedIsRefused() throws Exception {
        Outcome plan = plannedUpdate();
        deployer.call(
                "UpdateStack",
                "StackId",
                Plan.of(plan.facts()).stackId(),
                "TemplateBody",
                TEMPLATE + "Description: by somebody else\n");
        refused(deployer.execute(Requests.execute(plan)), "The live stack is UPDATE_IN_PROGRESS; when the plan");

        deployer.time.pass(Duration.ofMinutes(5));

        refused(
                deployer.execute(Requests.execute(plan)),
                "The live stack is UPDATE_COMPLETE; when the plan was made it was CREATE_COMPLETE.",
                "The live stack was updated at ",
                "and cannot be executed (OBSOLETE)");
        assertThat(deployer.console()).contains("  The live stack is UPDATE_COMPLETE");
    }

    @Test
    void aLiveStackThatMovesUnseenIsRefusedByRosAndThatIsSaid() throws Exception {
        Outcome plan = plannedUpdate();
        String stackId = Plan.of(plan.facts()).stackId();
        // Right after the looks, and before the execution, somebody else is quicker.
        deployer.api = real -> (action, query, body) -> {
            if (action.equals("ExecuteChangeSet")) {
                deployer.call("UpdateStack", "StackId", stackId, "TemplateBody", TEMPLATE + "Description: x\n");
            }
            return real.call(action, query, body);
        };

        refused(deployer.execute(Requests.execute(plan)), "ROS does not execute its change set", "ActionInProgress");
    }

    @Test
    void aStackThatIsGoneIsRefused() throws Exception {
        Outcome plan = plannedUpdate();
        deployer.call("DeleteStack", "StackId", Plan.of(plan.facts()).stackId());
        deployer.time.pass(Duration.ofHours(2));

        refused(deployer.execute(Requests.execute(plan)), "The stack that it was made from,", "is gone");
    }

    @Test
    void aPlanIsDeployedOnlyOnce() {
        Outcome plan = plannedUpdate();
        deployer.execute(Requests.execute(plan));

        Outcome again = deployer.execute(Requests.execute(plan));

        assertThat(again.message()).contains("was executed already (EXECUTE_COMPLETE)");
        assertThat(deployer.ros.effects("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void aPlanWhoseChangeSetIsGoneIsRefused() throws Exception {
        Outcome plan = plannedUpdate();
        deployer.call("DeleteChangeSet", "ChangeSetId", Plan.of(plan.facts()).changeSetId());

        refused(deployer.execute(Requests.execute(plan)), "is gone: it was deleted, or the stack was");
    }

    @Test
    void anExpiredPlanIsRefused() {
        Outcome plan = planned(Requests.plan("web", TEMPLATE).expiresInMinutes(60));
        deployer.time.pass(Duration.ofMinutes(61));

        refused(deployer.execute(Requests.execute(plan)), "It expired at ");
    }

    @Test
    void aPlanThatShowsOtherThanItsChangeSetDoesIsRefused() {
        Outcome plan = plannedUpdate();
        Plan made = Plan.of(plan.facts());
        Plan harmless = new Plan(
                made.cloud(),
                made.name(),
                made.region(),
                made.account(),
                made.action(),
                made.hasChanges(),
                made.stackId(),
                made.changeSetId(),
                made.changeSetName(),
                List.of(),
                made.parameters(),
                made.templateDifference(),
                made.settings(),
                made.rollout(),
                made.cost(),
                made.desired(),
                made.live(),
                made.target(),
                made.createdAt(),
                made.expiresAt());

        refused(
                deployer.execute(new RosExecuteRequest(harmless, null, EventDetail.ALL, true, 60)),
                "does not do what the plan shows");
    }

    @Test
    void aPlanWithNothingToDoDoesNothing() {
        deployer.deploy(Requests.deploy("web", TEMPLATE));
        Outcome plan = planned(Requests.plan("web", TEMPLATE));

        Outcome outcome = deployer.execute(Requests.execute(plan));

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("action", "NONE")
                .containsEntry("changed", false)
                .containsEntry("outputs", Map.of("Name", "first"));
        assertThat(deployer.ros.count("ExecuteChangeSet")).isZero();
    }

    @Test
    void aPlanWithNothingToDoIsRefusedWhenTheStackHasMoved() throws Exception {
        deployer.deploy(Requests.deploy("web", TEMPLATE));
        Outcome plan = planned(Requests.plan("web", TEMPLATE));
        deployer.call(
                "UpdateStack",
                "StackId",
                Plan.of(plan.facts()).stackId(),
                "TemplateBody",
                TEMPLATE + "Description: x\n");
        deployer.time.pass(Duration.ofMinutes(5));

        refused(deployer.execute(Requests.execute(plan)), "The live stack is UPDATE_COMPLETE");
    }

    @ParameterizedTest
    @EnumSource(Faulty.class)
    void aDisturbedExecutionHappensOnce(Faulty faulty) {
        Outcome plan = plannedUpdate();
        faulty.order(deployer, "ExecuteChangeSet", 0);

        Outcome outcome = deployer.execute(Requests.execute(plan));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("status", "UPDATE_COMPLETE").containsEntry("changed", true);
        assertThat(deployer.ros.effects("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void anExecutionIsFoundAgainEvenIfItsTokenIsForgotten() {
        Outcome plan = plannedUpdate();
        deployer.ros.faults().add(new Fault(FaultKind.DROP_AFTER_EFFECT, "ExecuteChangeSet", 0, 1, Duration.ZERO));
        deployer.api = real -> (action, query, body) -> {
            Map<String, String> forgetful = new LinkedHashMap<>(query);
            forgetful.remove("ClientToken");
            return real.call(action, forgetful, body);
        };

        Outcome outcome = deployer.execute(Requests.execute(plan));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.console()).contains("has already carried out an earlier attempt");
        assertThat(deployer.ros.effects("ExecuteChangeSet")).hasSize(1);
    }

    @Test
    void stoppingCancelsAnExecutionWhenAskedTo() {
        Outcome plan = planned(Requests.plan("web", Samples.TWO));
        Underway<RosOperation> underway = deployer.begin(Requests.execute(plan), new RosOperation());
        underway.until(() -> deployer.console().contains("IN_PROGRESS        A"));

        underway.stop(true);

        assertThat(underway.outcome().kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(deployer.ros.effects("CancelStackOperation")).hasSize(1);
    }

    @Test
    void aDiscardedPlanLeavesNeitherChangeSetNorEmptyStack() {
        Outcome plan = planned(Requests.plan("web", TEMPLATE));

        Outcome outcome =
                deployer.begin(Requests.discard(plan), new RosOperation()).outcome();

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.message()).contains("is removed");
        assertThat(deployer.status("web")).isEmpty();
        assertThat(deployer.ros.effects("DeleteChangeSet")).hasSize(1);
        refused(deployer.execute(Requests.execute(plan)), "is gone");
    }

    @Test
    void aChangeSetThatWasMadeAndNeverAnsweredForIsFoundByItsName() {
        deployer.api = real -> (action, query, body) -> {
            RosApi.Answer answer = real.call(action, query, body);
            if (action.equals("CreateChangeSet")) {
                throw new CloudException(
                        io.jenkins.plugins.stackdeploy.engine.FaultKind.NO_ANSWER, action, null, "lost", null);
            }
            return answer;
        };
        RosOperation operation = new RosOperation();
        deployer.begin(Requests.plan(Requests.deploy("web", TEMPLATE).watchMinutes(5)), operation)
                .outcome();
        assertThat(deployer.status("web")).isEqualTo("REVIEW_IN_PROGRESS");

        deployer.begin(RosDiscardRequest.of("web", operation, 60).orElseThrow(), new RosOperation())
                .outcome();

        assertThat(deployer.status("web")).isEmpty();
    }

    @Test
    void whatFoundNothingToDoHasLeftNothing() {
        deployer.deploy(Requests.deploy("web", TEMPLATE));
        RosOperation operation = new RosOperation();
        deployer.begin(Requests.plan("web", TEMPLATE), operation).outcome();

        assertThat(RosDiscardRequest.of("web", operation, 60)).isEmpty();
        assertThat(RosDiscardRequest.of("web", new RosOperation(), 60)).isEmpty();
    }

    @Test
    void discardingAnUpdateLeavesTheStackAlone() {
        Outcome plan = plannedUpdate();

        deployer.begin(Requests.discard(plan), new RosOperation()).outcome();

        assertThat(deployer.status("web")).isEqualTo("CREATE_COMPLETE");
        assertThat(deployer.ros.effects("DeleteStack")).isEmpty();
    }

    /** ROS tells of a change set for longer than it keeps the stack, and then refuses to delete it. */
    @Test
    void aPlanWhoseStackWasDeletedIsGoneWithIt() throws Exception {
        Outcome plan = plannedUpdate();
        deployer.call("DeleteStack", "StackId", Plan.of(plan.facts()).stackId());
        deployer.time.pass(Duration.ofMinutes(10));

        Outcome outcome =
                deployer.begin(Requests.discard(plan), new RosOperation()).outcome();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.ros.count("DeleteChangeSet")).isEqualTo(1);
    }

    @Test
    void aPlanThatWasDeployedIsNotDiscarded() {
        Outcome plan = planned(Requests.plan("web", TEMPLATE));
        deployer.execute(Requests.execute(plan));

        Outcome outcome =
                deployer.begin(Requests.discard(plan), new RosOperation()).outcome();

        assertThat(outcome.message()).contains("was deployed");
        assertThat(deployer.status("web")).isEqualTo("CREATE_COMPLETE");
        assertThat(deployer.ros.effects("DeleteChangeSet")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetChangeSet", "DeleteChangeSet", "GetStack", "ListChangeSets", "DeleteStack"})
    void aDisturbedRemovalIsDoneAllTheSame(String action) {
        Outcome plan = planned(Requests.plan("web", TEMPLATE));
        for (Faulty faulty : List.of(Faulty.THROTTLED, Faulty.RESET_AFTER_EFFECT, Faulty.HTML_502)) {
            faulty.order(deployer, action, 0);
        }

        Outcome outcome =
                deployer.begin(Requests.discard(plan), new RosOperation()).outcome();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.status("web")).isEmpty();
    }

    @Test
    void anEmptyStackThatSomebodyElsePlansForIsLeftToHim() throws Exception {
        Plan plan = Plan.of(planned(Requests.plan("web", TEMPLATE)).facts());
        deployer.api = real -> new EditedAnswers(real, Map.of("ListChangeSets", json -> json.withArray("ChangeSets")
                .addObject()
                .put("ChangeSetName", "another")));

        deployer.begin(
                        new RosDiscardRequest("web", plan.stackId(), plan.changeSetId(), null, true, 60),
                        new RosOperation())
                .outcome();

        assertThat(deployer.status("web")).isEqualTo("REVIEW_IN_PROGRESS");
    }
}
