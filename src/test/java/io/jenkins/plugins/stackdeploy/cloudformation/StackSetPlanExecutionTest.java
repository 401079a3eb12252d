package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.changed;
import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.topic;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan is deployed as it was shown, or not at all. */
class StackSetPlanExecutionTest {
    private static final String EAST = "us-east-1";

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private void refused(Plan plan, StackSetDeployRequest given, String why) {
        int before = deployer.requests();
        Outcome outcome = deployer.begin(Requests.execute(plan, given)).outcome();

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.message())
                .contains("was not deployed, and nothing was done: the plan no longer holds.", why, "make a new plan");
        assertThat(deployer.changes(before)).isEmpty();
        assertThat(outcome.facts()).containsEntry("changed", false).containsEntry("planDigest", plan.digest());
    }

    @Test
    void aNewStackSetIsDeployedAsPlanned() {
        Plan plan = deployer.plan(
                topic().accounts(A, B).regions(EAST).description("the web").tag("team", "web"));

        Outcome outcome = deployer.execute(plan);

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("action", "CREATE")
                .containsEntry("changed", true)
                .containsEntry("planDigest", plan.digest());
        assertThat(deployer.changes(0)).containsExactly("CreateStackSet", "CreateStackInstances");
        assertThat(deployer.statuses("web")).isEqualTo(Map.of(A + "/" + EAST, "CURRENT", B + "/" + EAST, "CURRENT"));
        assertThat(deployer.console()).contains("Deploying the plan: CREATE of stack set \"web\" in eu-west-1.");
    }

    @Test
    void anUpdateIsDeployedAsPlannedThoughTheTemplateIsNotGivenAgain() {
        deployer.succeed(topic().accounts(A, B).regions(EAST));
        Plan plan = Plan.of(deployer.plan(changed().accounts(A, C).regions(EAST).parameter("Env", "prod"))
                .toMap());
        int before = deployer.requests();

        Outcome outcome = deployer.execute(plan);

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.changes(before)).containsExactly("UpdateStackSet", "CreateStackInstances");
        assertThat(deployer.statuses("web"))
                .isEqualTo(Map.of(A + "/" + EAST, "CURRENT", B + "/" + EAST, "OUTDATED", C + "/" + EAST, "CURRENT"));
        assertThat(deployer.direct
                        .describeStackSet(request -> request.stackSetName("web"))
                        .stackSet()
                        .templateBody())
                .isEqualTo(Samples.TWO_TOPICS);
    }

    @Test
    void aPlanWithNothingToDoDoesNothing() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        Plan plan = deployer.plan(topic().accounts(A).regions(EAST));
        int before = deployer.requests();

        Outcome outcome = deployer.execute(plan);

        assertThat(outcome.facts()).containsEntry("action", "NONE").containsEntry("changed", false);
        assertThat(deployer.changes(before)).isEmpty();
    }

    @Test
    void secretsAreFetchedWhenItIsDeployed() {
        deployer.secrets = () -> Map.of("Env", "secret-env");
        Plan plan = deployer.plan(topic().secret("Env").accounts(A).regions(EAST));

        assertThat(deployer.execute(plan).succeeded()).isTrue();

        assertThat(deployer.direct
                        .describeStackSet(request -> request.stackSetName("web"))
                        .stackSet()
                        .parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.parameterValue()).isEqualTo("secret-env"));
    }

    @Test
    void aPlanIsDeployedOnce() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        Plan plan = deployer.plan(changed().accounts(A).regions(EAST));
        assertThat(deployer.execute(plan).succeeded()).isTrue();

        refused(plan, null, "Somebody has changed the stack set since: operation ");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        "The live setting description is \"theirs\"; when the plan was made it was \"-\".",
                        (Consumer<Deployer>) deployer -> deployer.deploy(
                                topic().accounts(A).regions(EAST).description("theirs"))),
                Arguments.of(
                        "The live parameter Env is \"theirs\"; when the plan was made it was \"ours\".",
                        (Consumer<Deployer>) deployer -> deployer.deploy(
                                Requests.deploy("web", Samples.TOPIC).parameter("Env", "theirs"))),
                Arguments.of(
                        "The template of the live stack set is not the one that the plan was made from.",
                        (Consumer<Deployer>)
                                deployer -> deployer.deploy(changed().parameter("Env", "ours"))),
                Arguments.of("(CREATE, SUCCEEDED)", (Consumer<Deployer>) deployer ->
                        deployer.instances(Requests.instances("web").accounts(B).regions(EAST))),
                Arguments.of("The stack set that it was made from, web:", (Consumer<Deployer>)
                        deployer -> deployer.delete(Requests.delete("web"))),
                Arguments.of("and now the stack set is web:", (Consumer<Deployer>) deployer -> {
                    deployer.delete(Requests.delete("web"));
                    deployer.deploy(topic().parameter("Env", "ours").accounts(A).regions(EAST));
                }),
                Arguments.of(
                        "It expired at ", (Consumer<Deployer>) deployer -> deployer.time.skip(Duration.ofMinutes(61))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void whatHasMovedInTheCloudIsToldAndNothingIsDone(String why, Consumer<Deployer> somebody) {
        deployer.succeed(topic().parameter("Env", "ours").accounts(A).regions(EAST));
        Plan plan = deployer.plan(
                changed().parameter("Env", "ours").accounts(A).regions(EAST).tag("a", "b"));
        somebody.accept(deployer);

        refused(plan, null, why);
    }

    @Test
    void aStackSetThatSomebodyHasCreatedMeanwhileIsNotTouched() {
        Plan plan = deployer.plan(topic().accounts(A).regions(EAST));
        deployer.succeed(topic());

        refused(plan, null, "The stack set exists by now (web:");
    }

    @Test
    void anOperationOfSomebodyElseIsNotWaitedForOnlyToRefuse() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        Plan plan = deployer.plan(changed().accounts(A).regions(EAST));
        deployer.direct.updateStackSet(
                request -> request.stackSetName("web").usePreviousTemplate(true).description("theirs"));

        refused(plan, null, "RUNNING");

        assertThat(deployer.console()).doesNotContain("waiting for it to end");
    }

    static Stream<Arguments> givenAgain() {
        return Stream.of(
                Arguments.of("The template stack.yaml is not the one that was planned.", topic()),
                Arguments.of(
                        "Parameter Env is given as \"other\", and was planned as \"ours\".",
                        given().parameter("Env", "other")),
                Arguments.of(
                        "Parameters that keep their value are given as Env, and were planned as -.",
                        given().previous("Env")),
                Arguments.of("accounts: 222222222222 is given, and was not planned.", given().accounts(A, B)),
                Arguments.of("accounts: 111111111111 was planned, and is no longer given.", given().accounts(B)),
                Arguments.of("regions: eu-west-1 is given, and was not planned.", given().regions(EAST, "eu-west-1")),
                Arguments.of("description is given as other, and was planned as -.", given().description("other")),
                Arguments.of("failureToleranceCount is given as 1, and was planned as -.", given().tolerance(1, 1)));
    }

    private static Requests.Deploy given() {
        return Requests.deploy("web", null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("givenAgain")
    void whatIsGivenAlongWithAPlanMustBeThePlanned(String why, Requests.Deploy given) {
        Plan plan = deployer.plan(changed().parameter("Env", "ours").accounts(A).regions(EAST));

        refused(plan, given.alone(), why);
    }

    @Test
    void whatIsGivenAlongWithAPlanMayBeTheSame() {
        Requests.Deploy same = changed()
                .parameter("Env", "ours")
                .accounts(A)
                .regions(EAST)
                .tag("a", "b")
                .tolerance(1, 1);
        Plan plan = deployer.plan(same);

        Outcome outcome = deployer.begin(Requests.execute(plan, same.alone())).outcome();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
    }

    @Test
    void aSecretThatMakesItAnotherDeploymentIsNoticed() {
        deployer.secrets = () -> Map.of("Env", "first");
        deployer.succeed(topic().secret("Env"));
        Plan plan = deployer.plan(topic().secret("Env"));
        deployer.secrets = () -> Map.of("Env", "second");

        refused(plan, null, "the value of a secret parameter may be another one by now");
    }

    @Test
    void aPlanThatShowsOtherThanItWouldDeployIsRefused() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        Plan made = deployer.plan(changed().accounts(A).regions(EAST).description("secretly"));
        Map<String, Object> harmless = made.toMap();
        harmless.put("settings", List.of());
        harmless.put("digest", digestOf(harmless));

        refused(Plan.of(harmless), null, "What would be done is no longer what was planned");
    }

    /** The digest that whoever alters a plan can compute as well. */
    private static String digestOf(Map<String, Object> altered) {
        return new ObjectMapper()
                .convertValue(withoutDerived(altered), Plan.class)
                .digest();
    }

    private static Map<String, Object> withoutDerived(Map<String, Object> map) {
        Map<String, Object> own = new LinkedHashMap<>(map);
        own.keySet().removeAll(Set.of("digest", "text", "markdown"));
        return own;
    }

    @Test
    void afterARestartWhatIsThereIsComparedAgainBeforeAnythingIsSent() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        Plan plan = deployer.plan(changed().accounts(A).regions(EAST));
        StackSetFacts decided = decidedButNotSent(plan);
        deployer.succeed(topic().accounts(A).regions(EAST).description("theirs"));
        int before = deployer.requests();

        Outcome outcome = deployer.begin(Requests.execute(plan, null), decided).outcome();

        assertThat(outcome.message()).contains("nothing was done", "The live setting description is \"theirs\"");
        assertThat(deployer.changes(before)).isEmpty();
    }

    /** The controller's. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** What the deployment of a plan has saved when it dies before its first call that changes anything. */
    private StackSetFacts decidedButNotSent(Plan plan) {
        StackSetFacts facts = new StackSetFacts();
        deployer.journal = saved -> {
            if (facts.phase == StackSetFacts.Phase.SUBMIT) {
                throw new Death();
            }
        };
        Underway<StackSetFacts> underway = deployer.begin(Requests.execute(plan, null), facts);
        assertThatThrownBy(underway::outcome).isInstanceOf(Death.class);
        deployer.restart();
        deployer.journal = saved -> {};
        assertThat(facts.now()).isNotNull();
        assertThat(facts.now().sent).isFalse();
        return facts;
    }

    @Test
    void whatSomebodyDoesBetweenTwoOperationsStopsTheRest() {
        deployer.succeed(topic().accounts(A).regions(EAST));
        Plan plan = deployer.plan(changed().accounts(A, B).regions(EAST));
        boolean[] done = {false};
        deployer.journal = saved -> {
            StackSetFacts facts = (StackSetFacts) saved;
            if (facts.current == 1 && !done[0]) {
                done[0] = true;
                deployer.time.skip(Duration.ofMinutes(2));
                deployer.direct.updateStackSet(request ->
                        request.stackSetName("web").usePreviousTemplate(true).description("theirs"));
            }
        };

        Outcome outcome = deployer.execute(plan);

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.message())
                .contains("Only a part of the plan was deployed to stack set \"web\"", "Somebody has changed");
        assertThat(deployer.statuses("web")).doesNotContainKey(B + "/" + EAST);
        assertThat(outcome.facts()).containsEntry("changed", true);
    }
}
