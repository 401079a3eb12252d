package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
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
    void aStackThatDoesNotExistIsCreated() {
        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("stackName", "web")
                .containsEntry("region", Deployer.REGION)
                .containsEntry("action", "CREATE")
                .containsEntry("changed", true)
                .containsEntry("status", "CREATE_COMPLETE")
                .containsKeys("stackId", "consoleUrl");
        assertThat(outcome.facts().get("outputs")).asString().matches("\\{First=bucket-.+}");
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
        assertThat(deployer.console())
                .containsSubsequence(
                        "does not exist in cn-hangzhou: creating it",
                        "CREATE_IN_PROGRESS        A ",
                        "CREATE_COMPLETE           A ",
                        "CREATE_COMPLETE           B ",
                        "Stack \"web\" is CREATE_COMPLETE, after ");
    }

    @Test
    void aStackThatExistsIsUpdated() {
        Object id = deployer.deploy(Requests.deploy("web", Samples.TWO)).facts().get("stackId");
        deployer.console.clear();

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("action", "UPDATE")
                .containsEntry("changed", true)
                .containsEntry("status", "UPDATE_COMPLETE")
                .containsEntry("stackId", id);
        assertThat(deployer.ros.effects("UpdateStack")).hasSize(1);
        assertThat(deployer.console())
                .contains("UPDATE_COMPLETE           B ")
                .doesNotContain("CREATE_COMPLETE           A ");
    }

    @Test
    void nothingToChangeTakesOneLookOneTryAndOneReadOfTheOutputs() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        int before = deployer.ros.requests().size();

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("action", "NONE")
                .containsEntry("changed", false)
                .containsEntry("status", "CREATE_COMPLETE");
        assertThat(outcome.facts().get("outputs")).asString().contains("First=bucket-");
        List<RequestRecord> calls = deployer.ros.requests();
        assertThat(calls.subList(before, calls.size()))
                .extracting(RequestRecord::action)
                .containsExactly("ListStacks", "UpdateStack", "GetStack");
    }

    @Test
    void aStackIsDeleted() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        Outcome outcome = deployer.delete(Requests.delete("web"));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("action", "DELETE")
                .containsEntry("changed", true)
                .containsEntry("status", "DELETE_COMPLETE");
        assertThat(deployer.status("web")).isEmpty();
        assertThat(deployer.console()).contains("DELETE_COMPLETE           A ").contains("is deleted, after");
    }

    @Test
    void deletingAnAbsentStackSucceedsAndSaysSo() {
        Outcome outcome = deployer.delete(Requests.delete("web"));

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.facts()).containsEntry("changed", false).containsEntry("status", "DELETE_COMPLETE");
        assertThat(deployer.console()).contains("there is nothing to delete");
        assertThat(deployer.ros.count("DeleteStack")).isZero();
    }

    @Test
    void namedResourcesAreRetained() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        Outcome outcome = deployer.delete(Requests.deleteRetaining("web", "A"));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.console())
                .contains("DELETE_IN_PROGRESS        B ")
                .contains("DELETE_COMPLETE           A ")
                .doesNotContain("DELETE_IN_PROGRESS        A ");
    }

    @Test
    void allResourcesAreRetained() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        Outcome outcome =
                deployer.delete(new RosDeleteRequest("web", List.of(), true, null, true, EventDetail.ALL, true, 60));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.console())
                .contains("keeping all of its resources")
                .doesNotContain("DELETE_IN_PROGRESS        B");
    }

    @Test
    void withoutWaitingItEndsWhenRosHasAcceptedTheRequest() {
        Outcome created = deployer.deploy(Requests.deploy("web", Samples.TWO).withoutWaiting());
        assertThat(created.facts())
                .containsEntry("status", "CREATE_IN_PROGRESS")
                .containsEntry("changed", true);
        assertThat(deployer.ros.count("GetStack")).isZero();

        Outcome updated =
                deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED).withoutWaiting());
        assertThat(updated.facts()).containsEntry("status", "UPDATE_IN_PROGRESS");

        Outcome deleted =
                deployer.delete(new RosDeleteRequest("web", List.of(), false, null, true, EventDetail.ALL, false, 60));
        assertThat(deleted.facts()).containsEntry("status", "DELETE_IN_PROGRESS");
        assertThat(List.of(created, updated, deleted)).allMatch(Outcome::succeeded);
    }

    @Test
    void outputsOfAllJsonTypesReachTheScriptAsPlainValues() {
        String template = Samples.of("""
                Parameters:
                  Tree: {Type: Json, Default: '{"a": [1, true, null], "b": {"c": 1.5}}'}
                  Count: {Type: Number, Default: 3}
                  Account: {Type: Number, Default: 9007199254740993}
                  Huge: {Type: Number, Default: 123456789012345678901234567890}
                  Ratio: {Type: Number, Default: 0.25}
                  Flag: {Type: Boolean, Default: true}
                  Names: {Type: CommaDelimitedList, Default: 'x,y'}
                Resources:
                  A: {Type: 'ALIYUN::OSS::Bucket'}
                Outputs:
                  Tree: {Value: !Ref Tree}
                  Count: {Value: !Ref Count}
                  Account: {Value: !Ref Account}
                  Huge: {Value: !Ref Huge}
                  Ratio: {Value: !Ref Ratio}
                  Flag: {Value: !Ref Flag}
                  Names: {Value: !Ref Names}
                  Text: {Value: 'two words'}
                """);

        Outcome outcome = deployer.deploy(Requests.deploy("web", template));

        assertThat(outcome.facts().get("outputs"))
                .isEqualTo(Map.of(
                        "Tree",
                        Map.of("a", List.of(1L, true, ""), "b", Map.of("c", 1.5)),
                        "Count",
                        3L,
                        "Account",
                        9007199254740993L,
                        "Huge",
                        new BigInteger("123456789012345678901234567890"),
                        "Ratio",
                        0.25,
                        "Flag",
                        true,
                        "Names",
                        List.of("x", "y"),
                        "Text",
                        "two words"));
    }

    @Test
    void tagsAndParametersAreSent() throws Exception {
        Outcome outcome = deployer.deploy(Requests.deploy(
                        "web",
                        Samples.of(
                                "Parameters:\n  P: {Type: String}\nResources:\n  A: {Type: 'ALIYUN::OSS::Bucket'}\nOutputs:\n  P: {Value: !Ref P}\n"))
                .parameter("P", "a&b=c d")
                .tag("team", "shop")
                .tag("cost", "42"));

        assertThat(outcome.facts()).containsEntry("outputs", Map.of("P", "a&b=c d"));
        JsonNode tags = deployer.call(
                        "GetStack", "StackId", (String) outcome.facts().get("stackId"))
                .get("Tags");
        assertThat(tags.toString())
                .isEqualTo("[{\"Key\":\"team\",\"Value\":\"shop\"},{\"Key\":\"cost\",\"Value\":\"42\"}]");
    }

    @Test
    void aRefusedRequestEndsAtOnceWithTheReason() {
        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.WITH_SECRET));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message())
                .contains("Stack \"web\" was not deployed: CreateStack (UserParameterMissing)")
                .contains("Password");
        assertThat(deployer.ros.count("CreateStack")).isEqualTo(1);
        assertThat(outcome.facts()).containsEntry("changed", false);
    }

    @Test
    void onlyWhatIsWantedIsShownOfTheEvents() {
        deployer.deploy(Requests.deploy("changes", Samples.TWO).showing(EventDetail.CHANGES));
        assertThat(deployer.console()).contains("CREATE_COMPLETE           B").doesNotContain("CREATE_IN_PROGRESS");
        deployer.console.clear();

        deployer.deploy(Requests.deploy("failures", Samples.failing("CREATE")).showing(EventDetail.FAILURES));
        assertThat(deployer.console())
                .contains("CREATE_FAILED             B")
                .doesNotContain("CREATE_COMPLETE           A ");
    }

    @Test
    void aLongSilenceIsBrokenBySignsOfLife() {
        deployer.deploy(Requests.deploy("web", Samples.of("Resources:\n  Db: {Type: 'ALIYUN::RDS::DBInstance'}\n")));

        assertThat(deployer.console())
                .contains("Still CREATE_IN_PROGRESS after 1 min")
                .contains("in progress: Db");
    }

    @Test
    void theDeadlineEndsTheWatchAndLeavesTheStackToRos() {
        Outcome outcome = deployer.deploy(
                Requests.deploy("web", Samples.of("Resources:\n  C: {Type: 'ALIYUN::CS::ManagedKubernetesCluster'}\n"))
                        .watchMinutes(2));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("is still CREATE_IN_PROGRESS after 2 min 0 s");
        assertThat(outcome.facts()).containsEntry("status", "CREATE_IN_PROGRESS");
    }
}
