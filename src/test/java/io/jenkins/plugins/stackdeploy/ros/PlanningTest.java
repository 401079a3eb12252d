package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import io.jenkins.plugins.stackdeploy.plan.PlannedChange;
import io.jenkins.plugins.stackdeploy.plan.Replacement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans are made through the real client against a local ROS. */
class PlanningTest {
    private static final String VPC = Samples.VPC + "  Old: {Type: 'ALIYUN::OSS::Bucket'}\n";
    private static final String VPC_WITH_MORE = VPC.replace("  Old:", "  Fresh:");

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private Plan planned(Requests.Planned request) {
        Outcome outcome = deployer.plan(request);
        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("changed", false);
        return Plan.of(outcome.facts());
    }

    private int changeSets() {
        return (int) (deployer.ros.effects("CreateChangeSet").size()
                - deployer.ros.effects("DeleteChangeSet").size());
    }

    /** An edit of each change that a change set lists. */
    private static Map<String, Consumer<ObjectNode>> ofChanges(Consumer<ObjectNode> edit) {
        return Map.of("GetChangeSet", json -> json.path("Changes")
                .forEach(change -> edit.accept((ObjectNode) change.path("ResourceChange"))));
    }

    @Test
    void aStackThatIsNotThereIsPlannedToBeCreated() throws Exception {
        Plan plan = planned(Requests.plan("web", VPC));

        assertThat(plan.action()).isEqualTo("CREATE");
        assertThat(plan.hasChanges()).isTrue();
        assertThat(plan.changes()).extracting(PlannedChange::action).containsOnly(PlannedChange.ADD);
        assertThat(plan.changes()).extracting(PlannedChange::logicalId).containsExactlyInAnyOrder("Vpc", "Old");
        assertThat(plan.target()).containsEntry("connection", "local");
        assertThat(deployer.status("web")).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(deployer.console()).contains("Plan: CREATE \"web\" in cn-hangzhou: 2 to add", "+ Vpc");
        assertThat(deployer.ros.effects("CreateStack")).isEmpty();
    }

    @Test
    void anUpdateShowsWhatHappensToResourcesParametersAndTemplate() {
        deployer.deploy(Requests.deploy("web", VPC));

        Plan plan = planned(Requests.plan(Requests.deploy("web", VPC_WITH_MORE).parameter("Name", "second")));

        assertThat(plan.action()).isEqualTo("UPDATE");
        assertThat(plan.changes())
                .extracting(change -> change.action() + " " + change.logicalId())
                .containsExactlyInAnyOrder("MODIFY Vpc", "ADD Fresh", "REMOVE Old");
        assertThat(plan.changes())
                .filteredOn(change -> change.logicalId().equals("Vpc"))
                .first()
                .satisfies(change -> {
                    assertThat(change.causes()).containsExactly("Properties.VpcName");
                    assertThat(change.physicalId()).isNotEmpty();
                    assertThat(change.replacement()).isEqualTo(Replacement.NO);
                });
        assertThat(plan.parameters())
                .contains(
                        new ParameterChange("Name", ParameterChange.Kind.MODIFY, "first", "second"),
                        new ParameterChange("Password", ParameterChange.Kind.SAME, "****", "****"));
        assertThat(plan.templateDifference()).contains("-    \"Old\": {", "+    \"Fresh\": {");
        assertThat(plan.live()).containsEntry("status", "CREATE_COMPLETE").containsKeys("updateTime", "templateDigest");
        assertThat(deployer.console())
                .contains("Name: \"first\" -> \"second\"", "WARNING: the plan deletes Old (ALIYUN::OSS::Bucket)");
        assertThat(deployer.status("web")).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aPlanIsPlainValuesThatSurviveSerialization() throws Exception {
        Map<String, Object> facts =
                deployer.plan(Requests.plan("web", VPC).withCost()).facts();

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(facts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Map<?, ?> read = (Map<?, ?>) in.readObject();
            assertThat(Plan.of(read).digest()).isEqualTo(facts.get("digest"));
            assertThat(read).isEqualTo(facts);
        }
        assertThat(facts.get("text")).asString().contains("Plan: CREATE");
        assertThat(facts.get("markdown")).asString().contains("| \\+ | Vpc |");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutADifferenceNothingIsLeft(boolean refusedAtOnce) throws Exception {
        deployer.close();
        deployer = new Deployer(
                builder -> builder.options(options -> options.withUnchangedChangeSetIsError(refusedAtOnce)));
        deployer.deploy(Requests.deploy("web", VPC));

        Plan plan = planned(Requests.plan("web", VPC));

        assertThat(plan.hasChanges()).isFalse();
        assertThat(plan.action()).isEqualTo("NONE");
        assertThat(plan.changeSetId()).isNull();
        assertThat(plan.changes()).isEmpty();
        assertThat(changeSets()).isZero();
        assertThat(deployer.console()).contains("nothing to do");
    }

    @Test
    void aChangeSetThatListsNoChangesAndChangesNothingIsNoPlan() throws Exception {
        deployer.deploy(Requests.deploy("web", VPC));
        // The real service may also complete such a change set; here only its answer does.
        deployer.api =
                real -> new EditedAnswers(real, Map.of("GetChangeSet", json -> json.put("Status", "CREATE_COMPLETE")
                        .put("ExecutionStatus", "AVAILABLE")));

        Plan plan = planned(Requests.plan("web", VPC));

        assertThat(plan.hasChanges()).isFalse();
        assertThat(changeSets()).isZero();
    }

    @Test
    void aDifferenceThatNoResourceHasIsAPlanAllTheSame() {
        deployer.deploy(Requests.deploy("web", VPC));

        Plan plan = planned(Requests.plan("web", VPC + "Outputs:\n  Id: {Value: !Ref Vpc}\n"));

        assertThat(plan.hasChanges()).isTrue();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.templateDifference()).contains("\"Outputs\"");
    }

    @Test
    void aSecretIsNeverInThePlanAndMayBeNew() {
        deployer.masking = new Masking(List.of());
        deployer.deploy(Requests.deploy("web", VPC));
        deployer.secrets = () -> Map.of("Password", "n0-echo-s3cret", "Name", "s3cret-name");

        Outcome outcome = deployer.plan(
                Requests.plan(Requests.deploy("web", VPC).secret("Password").secret("Name")));

        assertThat(Plan.of(outcome.facts()).parameters())
                .contains(
                        new ParameterChange("Password", ParameterChange.Kind.SECRET, "****", "****"),
                        new ParameterChange("Name", ParameterChange.Kind.SECRET, "****", "****"));
        assertThat(outcome.facts().toString() + deployer.console()).doesNotContain("s3cret");
    }

    @Test
    void aValueGivenInTheOpenForAHiddenParameterIsHidden() {
        Outcome outcome =
                deployer.plan(Requests.plan(Requests.deploy("web", VPC).parameter("Password", "in-the-open")));

        assertThat(outcome.facts().toString() + deployer.console()).doesNotContain("in-the-open");
        assertThat(Plan.of(outcome.facts()).desired().get("secretParameters")).isEqualTo(List.of("Password"));
    }

    @Test
    void aPolicyRefusesDeletionsByNameAndLeavesNothing() throws Exception {
        deployer.deploy(Requests.deploy("web", VPC));

        Outcome outcome = deployer.plan(Requests.plan("web", VPC_WITH_MORE).deletions(PlanPolicy.REFUSE));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("It deletes Old (ALIYUN::OSS::Bucket) (deletions: refuse).");
        assertThat(changeSets()).isZero();
    }

    @Test
    void aPolicyRefusesReplacementsByName() throws Exception {
        deployer.deploy(Requests.deploy("web", VPC));
        String other = VPC.replace("10.0.0.0/8", "172.16.0.0/12");

        Outcome outcome = deployer.plan(
                Requests.plan(Requests.deploy("web", other).replacing()).replacements(PlanPolicy.REFUSE));
        Plan allowed =
                planned(Requests.plan(Requests.deploy("web", other).replacing()).replacements(PlanPolicy.ALLOW));

        assertThat(outcome.message()).contains("It replaces, or may replace, Vpc (ALIYUN::ECS::VPC)");
        assertThat(allowed.replacements()).extracting(PlannedChange::logicalId).containsExactly("Vpc");
        assertThat(deployer.console()).doesNotContain("WARNING").contains("! Vpc");
        assertThat(changeSets()).isEqualTo(1);
    }

    @Test
    void aReplacementThatTheServiceCannotForetellCountsAsOne() {
        deployer.deploy(Requests.deploy("web", VPC));
        deployer.api = real -> new EditedAnswers(real, ofChanges(change -> change.put("Replacement", "Conditional")));

        Outcome outcome =
                deployer.plan(Requests.plan(Requests.deploy("web", VPC).parameter("Name", "b"))
                        .replacements(PlanPolicy.REFUSE));

        assertThat(outcome.message()).contains("may replace, Vpc");
    }

    @Test
    void aRefusedCreationLeavesNoEmptyStack() {
        deployer.api = real -> new EditedAnswers(real, ofChanges(change -> change.put("Action", "Remove")));

        Outcome outcome = deployer.plan(Requests.plan("web", VPC).deletions(PlanPolicy.REFUSE));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(deployer.status("web")).isEmpty();
        assertThat(deployer.ros.effects("DeleteStack")).hasSize(1);
    }

    @Test
    void whatItWouldCostIsAskedForAndNotKnowingItIsNoFailure() {
        String withDatabase = VPC + "  Db: {Type: 'ALIYUN::RDS::DBInstance'}\n";

        Plan plan = planned(Requests.plan("web", withDatabase).withCost());
        deployer.api = real -> (action, query, body) -> {
            if (action.equals("GetTemplateEstimateCost")) {
                throw new CloudException(
                        io.jenkins.plugins.stackdeploy.engine.FaultKind.DENIED, action, "NoPermission", "no", null);
            }
            return real.call(action, query, body);
        };
        Plan other = planned(Requests.plan("other", withDatabase).withCost());

        assertThat(plan.cost().totals()).containsOnlyKeys("CNY");
        assertThat(plan.asText()).contains("Estimated cost: 1.2 CNY", "Db  ALIYUN::RDS::DBInstance  1.2 CNY");
        assertThat(other.cost().items()).isEmpty();
        assertThat(other.cost().problem()).contains("GetTemplateEstimateCost");
    }

    @Test
    void somebodyElsesOperationIsWaitedForAndThenPlannedOn() {
        Underway<RosOperation> other = deployer.begin(Requests.deploy("web", VPC));
        other.until(() -> deployer.status("web").equals("CREATE_IN_PROGRESS"));

        Plan plan = planned(Requests.plan(Requests.deploy("web", VPC).parameter("Name", "b")));

        assertThat(other.over()).isTrue();
        assertThat(plan.action()).isEqualTo("UPDATE");
    }

    @Test
    void somebodyElsesOperationIsNotWaitedForUnlessWanted() {
        Underway<RosOperation> other = deployer.begin(Requests.deploy("web", VPC));
        other.until(() -> deployer.status("web").equals("CREATE_IN_PROGRESS"));

        Outcome outcome =
                deployer.plan(Requests.plan(Requests.deploy("web", VPC).refuseToWaitForOthers()));

        assertThat(outcome.message()).contains("waitForOthers is false");
        assertThat(deployer.ros.count("CreateChangeSet")).isZero();
    }

    @Test
    void aStackThatMovesWhileItIsPlannedIsPlannedAnew() throws Exception {
        deployer.deploy(Requests.deploy("web", VPC));
        Underway<RosOperation> planning =
                deployer.begin(Requests.plan(Requests.deploy("web", VPC).parameter("Name", "b")));
        planning.until(() -> deployer.ros.count("GetChangeSet") > 0);

        deployer.call("UpdateStack", "StackId", planning.operation.stackId, "TemplateBody", VPC_WITH_MORE);
        Plan plan = Plan.of(planning.outcome().facts());

        assertThat(deployer.console()).contains("was changed by somebody while the plan was being made");
        assertThat(plan.live()).containsEntry("status", "UPDATE_COMPLETE");
        assertThat(changeSets()).isEqualTo(1);
    }

    @Test
    void anotherPlanForTheSameNewStackIsNotDisturbed() throws Exception {
        Plan first = planned(Requests.plan("web", VPC));

        Outcome second = deployer.plan(Requests.plan("web", VPC_WITH_MORE));

        assertThat(second.message()).contains("another plan to create it waits to be deployed");
        assertThat(deployer.call("GetChangeSet", "ChangeSetId", first.changeSetId())
                        .path("ExecutionStatus")
                        .asText())
                .isEqualTo("AVAILABLE");
    }

    @Test
    void anExpiredPlanOfAnEarlierBuildGivesWay() {
        planned(Requests.plan("web", VPC).expiresInMinutes(30));
        deployer.time.pass(Duration.ofMinutes(30 + 60));

        Plan plan = planned(Requests.plan("web", VPC_WITH_MORE));

        assertThat(plan.action()).isEqualTo("CREATE");
        assertThat(deployer.console()).contains("An expired plan of stack \"web\" is left over");
        assertThat(deployer.ros.effects("DeleteStack")).hasSize(1);
    }

    @Test
    void anEmptyStackWithoutChangeSetGivesWay() throws Exception {
        Plan first = planned(Requests.plan("web", VPC));
        deployer.call("DeleteChangeSet", "ChangeSetId", first.changeSetId());

        assertThat(planned(Requests.plan("web", VPC)).action()).isEqualTo("CREATE");
    }

    @Test
    void aStackThatCannotBeUpdatedHasNoPlan() {
        deployer.deploy(Requests.deploy("web", Samples.failing("CREATE")).withoutRollback());

        Outcome outcome = deployer.plan(Requests.plan("web", Samples.TWO));

        assertThat(outcome.message())
                .contains("CREATE_FAILED: it cannot be updated")
                .contains("rosDelete");
        assertThat(changeSets()).isZero();
    }

    @Test
    void whatRosRefusesIsSaidAndLeavesNothing() {
        Outcome outcome =
                deployer.plan(Requests.plan(Requests.deploy("web", VPC).parameter("Nmae", "x")));

        assertThat(outcome.message()).contains("was not planned", "UnknownUserParameter");
        assertThat(deployer.status("web")).isEmpty();
    }

    @Test
    void stoppingRemovesThePlanThatIsBeingMade() throws Exception {
        Underway<RosOperation> planning = deployer.begin(Requests.plan("web", VPC));
        planning.until(() -> deployer.ros.count("GetChangeSet") > 0);

        planning.stop(false);

        assertThat(planning.outcome().kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(changeSets()).isZero();
        assertThat(deployer.status("web")).isEmpty();
    }

    @Test
    void aChangeSetThatSomebodyDeletesIsNoPlan() throws Exception {
        Underway<RosOperation> planning = deployer.begin(Requests.plan("web", VPC));
        planning.until(() -> deployer.ros.count("GetChangeSet") > 0);

        deployer.call("DeleteChangeSet", "ChangeSetId", planning.operation.changeSetId);

        assertThat(planning.outcome().message()).contains("deleted by somebody");
        assertThat(deployer.status("web")).isEmpty();
    }

    @Test
    void aChangeSetThatIsNeverReadyEndsAtTheDeadline() {
        deployer.api =
                real -> new EditedAnswers(real, Map.of("GetChangeSet", json -> json.put("Status", "CREATE_THINKING")));

        Outcome outcome =
                deployer.plan(Requests.plan(Requests.deploy("web", VPC).watchMinutes(3)));

        assertThat(outcome.message()).contains("ROS did not complete the change set within 3 min");
    }

    @Test
    void aChangeSetThatFailsSaysWhyAndIsRemoved() throws Exception {
        deployer.api =
                real -> new EditedAnswers(real, Map.of("GetChangeSet", json -> json.put("Status", "CREATE_FAILED")
                        .put("ExecutionStatus", "UNAVAILABLE")
                        .put("StatusReason", "quota of \u001b[31mVPCs\nreached")));

        Outcome outcome = deployer.plan(Requests.plan("web", VPC));

        assertThat(outcome.message()).isEqualTo("Stack \"web\" was not planned: quota of VPCs reached");
        assertThat(changeSets()).isZero();
        assertThat(deployer.status("web")).isEmpty();
    }

    @Test
    void throttlingOnlyTakesLonger() {
        for (String action : List.of("ListStacks", "CreateChangeSet", "GetChangeSet")) {
            deployer.ros.faults().add(new Fault(FaultKind.THROTTLING, action, 0, 3, Duration.ZERO));
        }

        assertThat(planned(Requests.plan("web", VPC)).hasChanges()).isTrue();
        assertThat(deployer.ros.effects("CreateChangeSet")).hasSize(1);
    }

    @Test
    void aTemplateThatIsElsewhereIsReadFromTheChangeSet() {
        deployer.deploy(Requests.deploy("web", VPC));
        deployer.ros.templates().putUrl("https://example.com/web.yaml", VPC_WITH_MORE);

        Plan plan = planned(Requests.plan(Requests.deployUrl("web", "https://example.com/web.yaml")));

        assertThat(plan.templateDifference()).contains("\"Fresh\"");
    }
}
