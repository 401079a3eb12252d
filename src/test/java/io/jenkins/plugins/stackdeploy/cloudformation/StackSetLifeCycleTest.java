package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.changed;
import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.topic;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** What is done in each situation: the rows of CodePipeline's table, and those it has not. */
class StackSetLifeCycleTest {
    private static final String EAST = "us-east-1";
    private static final String WEST = "eu-west-1";

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
    @DisplayName("Set absent, no targets: create only, zero instances")
    void setWithoutTargetsIsCreatedEmpty() {
        Outcome outcome = deployer.succeed(topic().description("what it is").tag("team", "web"));

        assertThat(deployer.changes(0)).containsExactly("CreateStackSet");
        assertThat(outcome.facts())
                .containsEntry("action", "CREATE")
                .containsEntry("changed", true)
                .containsEntry("status", "ACTIVE")
                .containsEntry("operationIds", List.of());
        assertThat(outcome.facts().get("counts")).isEqualTo(Map.of("CURRENT", 0, "OUTDATED", 0, "INOPERABLE", 0));
    }

    @Test
    @DisplayName("Set absent, targets given: create set, then instances")
    void setAndInstancesAreCreated() {
        Outcome outcome = deployer.succeed(topic().accounts(A, B).regions(EAST, WEST));

        assertThat(deployer.changes(0)).containsExactly("CreateStackSet", "CreateStackInstances");
        assertThat(deployer.statuses("web"))
                .hasSize(4)
                .containsValues("CURRENT")
                .doesNotContainValue("OUTDATED");
        assertThat(outcome.facts())
                .containsEntry("stackSetName", "web")
                .containsEntry("region", Deployer.REGION)
                .containsEntry("status", "SUCCEEDED")
                .containsEntry("outdated", List.of());
        assertThat(outcome.facts().get("operationIds"))
                .asInstanceOf(LIST)
                .containsExactly(outcome.facts().get("operationId"));
        assertThat(outcome.facts().get("instances"))
                .asInstanceOf(LIST)
                .hasSize(4)
                .first()
                .asInstanceOf(MAP)
                .containsEntry("account", A)
                .containsEntry("status", "CURRENT")
                .containsEntry("detailedStatus", "SUCCEEDED")
                .containsKeys("region", "reason", "stackId", "organizationalUnitId");
        assertThat(deployer.console())
                .contains("Stack set \"web\" does not exist in eu-west-1: creating it, then creating 4 instances in 2"
                        + " regions.")
                .contains("us-east-1: 2 of 2 done")
                .contains(
                        "https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#/stacksets/web:");
    }

    @Test
    void theEndOfAnOperationIsToldAfterItsLastResults() {
        deployer.succeed(topic().accounts(A, B).regions(EAST, WEST));

        assertThat(deployer.console.stream().filter(line -> line.contains(" done") || line.contains(" ended as ")))
                .last()
                .asString()
                .endsWith(" ended as SUCCEEDED.");
    }

    @Test
    @DisplayName("Set present, no targets: update all instances")
    void updateWithoutTargetsIsOfAllInstances() {
        deployer.succeed(topic().accounts(A, B).regions(EAST));
        int before = deployer.requests();

        Outcome outcome = deployer.succeed(changed());

        assertThat(deployer.changes(before)).containsExactly("UpdateStackSet");
        assertThat(deployer.statuses("web")).hasSize(2).doesNotContainValue("OUTDATED");
        assertThat(outcome.facts()).containsEntry("action", "UPDATE").containsEntry("changed", true);
        assertThat(deployer.console()).contains("template changed; updating it with all of its 2 instances.");
    }

    @Test
    @DisplayName("Set present, targets subset, all exist: update those, rest become OUTDATED")
    void updateOfSomeLeavesTheRestOutdatedAndSaysWhich() {
        deployer.succeed(topic().accounts(A, B, C).regions(EAST));
        int before = deployer.requests();

        Outcome outcome = deployer.succeed(changed().accounts(A).regions(EAST));

        assertThat(deployer.changes(before)).containsExactly("UpdateStackSet");
        assertThat(deployer.statuses("web"))
                .isEqualTo(Map.of(A + "/" + EAST, "CURRENT", B + "/" + EAST, "OUTDATED", C + "/" + EAST, "OUTDATED"));
        assertThat(outcome.facts())
                .containsEntry("outdated", List.of(B + "/" + EAST, C + "/" + EAST))
                .containsEntry("counts", Map.of("CURRENT", 1, "OUTDATED", 2, "INOPERABLE", 0));
        assertThat(outcome.facts().get("instances")).asInstanceOf(LIST).hasSize(1);
        assertThat(deployer.console())
                .contains("Left OUTDATED, as they were not targeted: 2 instances (" + B + "/us-east-1, " + C
                        + "/us-east-1).");
    }

    @Test
    @DisplayName("Set present, some targets new: the set is updated first, new instances begin with the new template")
    void newInstancesNeverGetTheOldTemplate() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        int before = deployer.requests();

        deployer.succeed(changed().accounts(A, B).regions(EAST));

        assertThat(deployer.changes(before)).containsExactly("UpdateStackSet", "CreateStackInstances");
        assertThat(deployer.statuses("web")).hasSize(2).doesNotContainValue("OUTDATED");
        assertThat(deployer.console())
                .contains("template changed; updating 1 instance in 1 region, then creating 1 instance in 1 region.");
    }

    @Test
    @DisplayName("Set present, some targets new, newInstancesFirst: CodePipeline's order")
    void newInstancesComeFirstWhenAskedFor() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        int before = deployer.requests();

        deployer.succeed(changed().accounts(A, B).regions(EAST).newInstancesFirst());

        assertThat(deployer.changes(before)).containsExactly("CreateStackInstances", "UpdateStackSet");
        assertThat(deployer.statuses("web")).hasSize(2).doesNotContainValue("OUTDATED");
    }

    @Test
    @DisplayName("Removed targets: never deleted, only OUTDATED")
    void targetsThatAreNotNamedAnyLongerAreNotDeleted() {
        deployer.succeed(topic().accounts(A, B).regions(EAST, WEST));

        deployer.succeed(changed().accounts(A).regions(EAST));

        assertThat(deployer.statuses("web")).hasSize(4);
        assertThat(deployer.aws.effects("DeleteStackInstances")).isEmpty();
    }

    @Test
    void onlyNewTargetsOfASetWithOthersAreCreatedThenUpdated() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        int before = deployer.requests();

        deployer.succeed(changed().accounts(B).regions(EAST));

        assertThat(deployer.changes(before)).containsExactly("CreateStackInstances", "UpdateStackSet");
        assertThat(deployer.statuses("web")).isEqualTo(Map.of(A + "/" + EAST, "OUTDATED", B + "/" + EAST, "CURRENT"));
        assertThat(deployer.console()).contains("None of the targeted instances exists yet");
    }

    @Test
    void setWithoutInstancesIsUpdatedBeforeItsFirstInstances() {
        deployer.succeed(topic());
        int before = deployer.requests();

        deployer.succeed(changed().accounts(A).regions(EAST));

        assertThat(deployer.changes(before)).containsExactly("UpdateStackSet", "CreateStackInstances");
    }

    @Test
    void instancesThatMakeNoBlockAreUpdatedByFurtherOperations() {
        deployer.succeed(topic().accounts(A).regions(EAST, WEST));
        deployer.succeed(topic().accounts(B).regions(WEST));
        int before = deployer.requests();

        deployer.succeed(changed().accounts(A, B).regions(EAST, WEST));

        assertThat(deployer.changes(before))
                .containsExactly("UpdateStackSet", "UpdateStackInstances", "CreateStackInstances");
        assertThat(deployer.statuses("web")).hasSize(4).doesNotContainValue("OUTDATED");
    }

    @Test
    void instancesThatWereLeftOutdatedAreUpdatedAlone() {
        deployer.succeed(topic().accounts(A, B).regions(EAST));
        deployer.succeed(changed().accounts(A).regions(EAST));
        int before = deployer.requests();

        deployer.succeed(changed().accounts(A, B).regions(EAST));

        assertThat(deployer.changes(before)).containsExactly("UpdateStackInstances");
        assertThat(deployer.statuses("web")).doesNotContainValue("OUTDATED");
        assertThat(deployer.console())
                .contains("the stack set itself does not change; updating 1 instance in 1 region.");
    }

    @Test
    void instancesAreCreatedAndUpdatedAndNothingElse() {
        deployer.succeed(topic().accounts(A, B).regions(EAST));
        deployer.succeed(changed().accounts(A).regions(EAST));
        int before = deployer.requests();

        Outcome outcome =
                deployer.succeed(Requests.instances("web").accounts(A, B, C).regions(EAST));

        assertThat(deployer.changes(before)).containsExactly("CreateStackInstances", "UpdateStackInstances");
        assertThat(deployer.statuses("web")).hasSize(3).doesNotContainValue("OUTDATED");
        assertThat(outcome.facts()).containsEntry("action", "INSTANCES").containsEntry("changed", true);
    }

    @Test
    void instancesGoInTheOrderInWhichRegionsAreGiven() {
        deployer.succeed(topic());

        deployer.succeed(Requests.instances("web").accounts(A).regions("us-west-2", "ap-northeast-1", "eu-north-1"));

        assertThat(deployer.console)
                .filteredOn(line -> line.endsWith(": 1 of 1 done"))
                .containsExactly(
                        "  us-west-2: 1 of 1 done", "  ap-northeast-1: 1 of 1 done", "  eu-north-1: 1 of 1 done");
    }

    @Test
    void overridesAreSetKeptAndReset() {
        deployer.succeed(Requests.deploy(
                        "web", Samples.TOPIC.replace("Resources:", "  Size: {Type: String, Default: s}\nResources:"))
                .accounts(A)
                .regions(EAST));
        deployer.succeed(Requests.instances("web")
                .accounts(A)
                .regions(EAST)
                .override("Env", "prod")
                .override("Size", "xl"));
        assertThat(overrides()).isEqualTo(Map.of("Env", "prod", "Size", "xl"));

        deployer.succeed(
                Requests.instances("web").accounts(A).regions(EAST).keep("Env").override("Size", "m"));
        assertThat(overrides()).isEqualTo(Map.of("Env", "prod", "Size", "m"));

        int before = deployer.requests();
        Outcome same = deployer.succeed(
                Requests.instances("web").accounts(A).regions(EAST).keep("Env").override("Size", "m"));
        assertThat(deployer.changes(before)).isEmpty();
        assertThat(same.facts()).containsEntry("action", "NONE");

        deployer.succeed(Requests.instances("web").accounts(A).regions(EAST).keep("Size"));
        assertThat(overrides()).isEqualTo(Map.of("Size", "m"));

        deployer.succeed(Requests.instances("web").accounts(A).regions(EAST).resetOverrides());
        assertThat(overrides()).isEmpty();
    }

    private Map<String, String> overrides() {
        return deployer
                .direct
                .describeStackInstance(request ->
                        request.stackSetName("web").stackInstanceAccount(A).stackInstanceRegion(EAST))
                .stackInstance()
                .parameterOverrides()
                .stream()
                .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue));
    }

    @Test
    void instancesOfNoSetAreRefusedWithWhatToDo() {
        Outcome outcome =
                deployer.instances(Requests.instances("web").accounts(A).regions(EAST));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("does not exist in eu-west-1").contains("stackSetDeploy");
    }

    @Test
    void deletionIsOfInstancesThenOfTheSet() {
        deployer.succeed(topic().accounts(A, B).regions(EAST, WEST));
        int before = deployer.requests();

        Outcome outcome = deployer.delete(Requests.delete("web"));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.changes(before)).containsExactly("DeleteStackInstances", "DeleteStackSet");
        assertThat(outcome.facts()).containsEntry("action", "DELETE").containsEntry("status", "DELETED");
    }

    @Test
    void deletionOfWhatIsAbsentSucceeds() {
        Outcome outcome = deployer.delete(Requests.delete("web"));

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.facts()).containsEntry("changed", false).containsEntry("status", "DELETED");
        assertThat(deployer.requests()).isEqualTo(1);
    }

    @Test
    void notWaitingEndsWhenTheLastOperationIsAccepted() {
        Outcome outcome = deployer.succeed(topic().accounts(A).regions(EAST).withoutWaiting());

        assertThat(outcome.facts()).containsEntry("status", "RUNNING").containsKey("operationId");
        assertThat(deployer.aws.operations()).singleElement().satisfies(operation -> assertThat(operation.operationId())
                .isEqualTo(outcome.facts().get("operationId")));
        assertThat(deployer.count("DescribeStackSetOperation", 0)).isZero();
    }

    @Test
    void failuresEndTheWorkBeforeTheNextOperation() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        deployer.aws.failures().add(InstanceFailure.always("web", A, "*", "no capacity"));
        int before = deployer.requests();

        Outcome outcome = deployer.deploy(changed().accounts(A, B).regions(EAST));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(deployer.changes(before)).containsExactly("UpdateStackSet");
        assertThat(outcome.message()).contains("1 of 1 instance failed, first " + A + "/us-east-1: no capacity");
        assertThat(outcome.facts()).containsEntry("status", "FAILED");
    }

    @Test
    void eventsDecideHowMuchTheLogShows() {
        deployer.aws.failures().add(InstanceFailure.always("web", B, "*", "no capacity"));
        deployer.succeed(topic());
        deployer.console.clear();
        deployer.instances(Requests.instances("web")
                .accounts(A, B, C)
                .regions(EAST)
                .tolerance(1, 3)
                .showing(EventDetail.ALL));
        assertThat(deployer.console())
                .contains("us-east-1  " + A + "  SUCCEEDED", "us-east-1  " + B + "  FAILED", "      no capacity")
                .contains("us-east-1: 3 of 3 done, 1 failed");

        deployer.console.clear();
        deployer.instances(Requests.instances("web")
                .accounts(B)
                .regions(WEST)
                .tolerance(1, 3)
                .showing(EventDetail.FAILURES));
        assertThat(deployer.console()).contains("eu-west-1  " + B + "  FAILED").doesNotContain("of 1 done");
    }

    @Test
    void deadlineLeavesTheOperationToCloudFormation() {
        deployer.aws.durations().set("*", "*", 7200);

        Outcome outcome = deployer.deploy(topic().accounts(A).regions(EAST).watchMinutes(30));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("is still RUNNING after 30 min", "Jenkins stops watching");
    }
}
