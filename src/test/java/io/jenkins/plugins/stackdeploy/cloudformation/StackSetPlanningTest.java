package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.changed;
import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.topic;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.wire.RequestRecord;
import io.jenkins.plugins.stackdeploy.plan.InstanceChange;
import io.jenkins.plugins.stackdeploy.plan.InstanceGroup;
import io.jenkins.plugins.stackdeploy.plan.ParameterChange;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import io.jenkins.plugins.stackdeploy.plan.SettingChange;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan for a stack set says; and that planning changes nothing. */
class StackSetPlanningTest {
    private static final String EAST = "us-east-1";
    private static final String WEST = "eu-west-1";
    private static final String HIDDEN = """
            Parameters:
              Password: {Type: String, NoEcho: true, Default: none}
              Env: {Type: String, Default: test}
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref Env, DisplayName: !Ref Password}}
            """;

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private Plan plan(Requests.Deploy request) {
        int before = deployer.aws.requests().size();
        Plan plan = deployer.plan(request);
        assertThat(deployer.aws.requests().stream().skip(before)).noneMatch(RequestRecord::effect);
        return plan;
    }

    private static List<String> places(Plan plan, InstanceChange change) {
        return plan.rollout().instances().stream()
                .filter(group -> group.change() == change)
                .flatMap(group -> group.accounts().stream().map(account -> account + "/" + group.region()))
                .toList();
    }

    @Test
    void aNewStackSetIsPlannedWithItsInstances() {
        Plan plan =
                plan(topic().accounts(A, B).regions(EAST, WEST).tolerance(1, 2).description("what it is"));

        assertThat(plan.action()).isEqualTo("CREATE");
        assertThat(plan.hasChanges()).isTrue();
        assertThat(plan.stackId()).isNull();
        assertThat(plan.cloud()).isEqualTo("cloudformation");
        assertThat(places(plan, InstanceChange.CREATE))
                .containsExactly(A + "/" + EAST, B + "/" + EAST, A + "/" + WEST, B + "/" + WEST);
        assertThat(plan.parameters()).containsExactly(ParameterChange.between("Env", null, "test"));
        assertThat(plan.settings()).containsExactly(new SettingChange("description", null, "what it is"));
        assertThat(plan.rollout().preferences())
                .isEqualTo(Map.of("failureToleranceCount", "1", "maxConcurrentCount", "2"));
        assertThat(plan.asText())
                .contains("Plan: CREATE \"web\" in eu-west-1: instances: 4 to create, 0 to update, 0 unchanged, 0 left"
                        + " OUTDATED, 0 INOPERABLE.")
                .contains("  + us-east-1  2 to create: 111111111111, 222222222222")
                .contains("What is done: creating it; creating 4 instances in 2 regions.")
                .contains("How operations go: failureToleranceCount 1, maxConcurrentCount 2.");
        assertThat(deployer.console()).contains(plan.asText());
    }

    @Test
    void anUpdateTellsOfTemplateAndEachInstance() {
        deployer.succeed(topic().accounts(A, B).regions(EAST));

        Plan plan = plan(changed().accounts(A, C).regions(EAST));

        assertThat(plan.action()).isEqualTo("UPDATE");
        assertThat(plan.stackId()).startsWith("web:");
        assertThat(places(plan, InstanceChange.CREATE)).containsExactly(C + "/" + EAST);
        assertThat(places(plan, InstanceChange.UPDATE)).containsExactly(A + "/" + EAST);
        assertThat(places(plan, InstanceChange.OUTDATED)).containsExactly(B + "/" + EAST);
        assertThat(plan.templateDifference()).contains("+    \"Second\"");
        assertThat(plan.asText())
                .contains("What changes in the template (canonical form):")
                .contains("  ! us-east-1  1 left OUTDATED: 222222222222");
        assertThat(deployer.console())
                .contains("WARNING: the plan leaves 1 instance OUTDATED, which it does not target.");
    }

    @Test
    void whatIsAsAskedForIsNoChange() {
        deployer.succeed(topic().accounts(A).regions(EAST));

        Plan plan = plan(topic().accounts(A).regions(EAST));

        assertThat(plan.action()).isEqualTo("NONE");
        assertThat(plan.hasChanges()).isFalse();
        assertThat(places(plan, InstanceChange.UNCHANGED)).containsExactly(A + "/" + EAST);
        assertThat(plan.asText()).contains("nothing to do");
    }

    @Test
    void outdatedInstancesThatAreTargetedAreUpdatedThoughTheStackSetStays() {
        deployer.succeed(topic().accounts(A, B, C).regions(EAST));
        deployer.succeed(changed().accounts(A).regions(EAST));

        Plan plan = plan(changed().accounts(A, B).regions(EAST));

        assertThat(plan.templateDifference()).isEmpty();
        assertThat(places(plan, InstanceChange.UPDATE)).containsExactly(B + "/" + EAST);
        assertThat(places(plan, InstanceChange.UNCHANGED)).containsExactly(A + "/" + EAST);
        assertThat(places(plan, InstanceChange.OUTDATED)).containsExactly(C + "/" + EAST);
    }

    @Test
    void aSettingOutdatesNobody() {
        deployer.succeed(topic().accounts(A, B).regions(EAST));

        Plan plan = plan(topic().accounts(A).regions(EAST).description("new"));

        assertThat(places(plan, InstanceChange.UPDATE)).containsExactly(A + "/" + EAST);
        assertThat(places(plan, InstanceChange.UNCHANGED)).containsExactly(B + "/" + EAST);
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                setting("description", "the web", "new", request -> request.description("new")),
                setting("tags", "team=web", "cost=1, team=db", request -> request.tag("team", "db")
                        .tag("cost", "1")),
                setting("tags", "team=web", null, Requests.Deploy::withoutTags),
                setting(
                        "capabilities",
                        "CAPABILITY_IAM",
                        "CAPABILITY_AUTO_EXPAND, CAPABILITY_IAM",
                        request -> request.capabilities("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND")),
                setting("executionRoleName", "Deployer", "Other", request -> request.executionRole("Other")),
                setting(
                        "administrationRoleArn",
                        "arn:aws:iam::999988887777:role/Admin",
                        "arn:aws:iam::999988887777:role/Other",
                        request -> request.administrationRole("arn:aws:iam::999988887777:role/Other")),
                setting("managedExecution", "false", "true", request -> request.managedExecution(true)),
                setting("permissionModel", "SELF_MANAGED", "SERVICE_MANAGED", Requests.Deploy::serviceManaged));
    }

    private static Arguments setting(String name, String before, String after, UnaryOperator<Requests.Deploy> change) {
        return Arguments.of(name, before, after, change);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("settings")
    void eachSettingIsToldBeforeAndAfter(
            String name, String before, String after, UnaryOperator<Requests.Deploy> change) {
        deployer.succeed(topic().description("the web")
                .tag("team", "web")
                .capabilities("CAPABILITY_IAM")
                .administrationRole("arn:aws:iam::999988887777:role/Admin")
                .executionRole("Deployer"));

        Plan plan = plan(change.apply(topic()));

        assertThat(plan.settings()).containsExactly(new SettingChange(name, before, after));
        assertThat(plan.action()).isEqualTo("UPDATE");
        assertThat(plan.asText()).contains("Settings that change:", "  " + name + ": ");
        assertThat(plan.asMarkdown()).contains("| " + name + " |");
    }

    @Test
    void automaticDeploymentIsToldBeforeAndAfter() {
        deployer.succeed(topic().serviceManaged());

        Plan plan = plan(topic().autoDeployment(AutoDeployment.ENABLED_WITH_STACK_RETENTION));

        assertThat(plan.settings())
                .containsExactly(
                        new SettingChange("organizationsAutoDeployment", "DISABLED", "ENABLED_WITH_STACK_RETENTION"));
    }

    @Test
    void parametersAreToldWithValuesUnlessTheyAreSecret() {
        deployer.secrets = () -> Map.of("Password", "Correct-Horse");
        deployer.succeed(Requests.deploy("web", HIDDEN).secret("Password"));

        Plan plan = plan(Requests.deploy("web", HIDDEN).secret("Password").parameter("Env", "prod"));

        assertThat(plan.parameters())
                .containsExactly(
                        ParameterChange.between("Env", "test", "prod"),
                        ParameterChange.secret("Password", true, true, true));
        assertThat(plan.toMap().toString() + deployer.console()).doesNotContain("Correct-Horse");
        assertThat(plan.asText())
                .contains("Env: \"test\" -> \"prod\"", "Password: a secret value is given")
                .contains("CloudFormation does not show the values of Password");
    }

    @Test
    void aValueThatTheTemplateHidesIsNotTakenInClear() {
        Outcome outcome = deployer.begin(Requests.deploy("web", HIDDEN)
                        .parameter("Password", "Correct-Horse")
                        .plan())
                .outcome();

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.message())
                .contains("the template hides the value of Password (NoEcho)", "secretParameters")
                .doesNotContain("Correct-Horse");
    }

    @Test
    void aSecretThatTheTemplateShowsIsStillNoneOfThePlans() {
        deployer.secrets = () -> Map.of("Env", "Correct-Horse");
        deployer.succeed(topic().secret("Env"));

        Plan same = plan(topic().secret("Env"));
        deployer.secrets = () -> Map.of("Env", "Another-Horse");
        Plan other = plan(topic().secret("Env"));

        assertThat(same.hasChanges()).isFalse();
        assertThat(other.hasChanges()).isTrue();
        assertThat(same.toMap().toString() + other.toMap()).doesNotContain("Horse");
    }

    @Test
    void aPolicyRefusesToLeaveInstancesOutdated() {
        deployer.succeed(topic().accounts(A, B).regions(EAST));

        Outcome outcome = deployer.begin(changed()
                        .accounts(A)
                        .regions(EAST)
                        .outdated(PlanPolicy.REFUSE)
                        .plan())
                .outcome();

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.message())
                .contains(
                        "The plan of stack set \"web\" is refused. It leaves 1 instance OUTDATED (outdated: refuse).");
    }

    @Test
    void whatCannotBeDeployedCannotBePlanned() {
        deployer.succeed(topic().accounts(A).regions(EAST));

        Outcome outcome = deployer.begin(
                        topic().units("ou-ab12-cd345678").regions(EAST).plan())
                .outcome();

        assertThat(outcome.message()).contains("is SELF_MANAGED: its instances are targeted by accounts");
    }

    @Test
    void theDigestIsTheSameUntilSomethingIsAnother() {
        deployer.succeed(topic().accounts(A, B).regions(EAST));
        Plan first = plan(changed().accounts(A).regions(EAST));
        Plan again = plan(changed().accounts(A).regions(EAST));
        Plan others = plan(changed().accounts(B).regions(EAST));
        Plan preferred = plan(changed().accounts(A).regions(EAST).tolerance(1, 1));

        assertThat(at(again, first)).isEqualTo(first.digest());
        assertThat(List.of(at(others, first), at(preferred, first))).doesNotContain(first.digest());
        deployer.succeed(topic().accounts(A).regions(EAST).description("somebody else's"));
        assertThat(at(plan(changed().accounts(A).regions(EAST)), first)).isNotEqualTo(first.digest());
    }

    /** The digest of a plan as if it had been made when another was. */
    private static String at(Plan plan, Plan when) {
        return new Plan(
                        plan.cloud(),
                        plan.name(),
                        plan.region(),
                        plan.account(),
                        plan.action(),
                        plan.hasChanges(),
                        plan.stackId(),
                        plan.changeSetId(),
                        plan.changeSetName(),
                        plan.changes(),
                        plan.parameters(),
                        plan.templateDifference(),
                        plan.settings(),
                        plan.rollout(),
                        plan.cost(),
                        plan.desired(),
                        plan.live(),
                        plan.target(),
                        when.createdAt(),
                        when.expiresAt())
                .digest();
    }

    @Test
    void detectedDriftMakesAnotherLiveStateAndASearchForItDoesNot() {
        assertThat(LiveSet.digest(List.of(instance("CURRENT", false))))
                .isEqualTo(LiveSet.digest(List.of(instance("CURRENT", false))))
                .isNotEqualTo(LiveSet.digest(List.of(instance("CURRENT", true))))
                .isNotEqualTo(LiveSet.digest(List.of(instance("OUTDATED", false))))
                .isNotEqualTo(LiveSet.digest(List.of()));
    }

    private static Instance instance(String status, boolean drifted) {
        return new Instance(new Place(A, EAST), status, "SUCCEEDED", "", "stack", "", drifted);
    }

    @Test
    void anOperationThatRunsIsWaitedForThoughOthersCouldQueue() {
        deployer.succeed(topic().accounts(A).regions(EAST).managedExecution(true));
        deployer.direct.updateStackSet(
                request -> request.stackSetName("web").usePreviousTemplate(true).description("somebody else's"));

        Plan plan = plan(changed().accounts(A).regions(EAST));

        assertThat(deployer.console()).contains("is busy with somebody else's operation");
        assertThat(plan.live().get("instances")).isEqualTo(Map.of("CURRENT", 1));
    }

    @Test
    void organizationalUnitsWithoutInstancesAreToldByName() {
        Plan plan = plan(topic().serviceManaged().units("ou-ab12-cd345678").regions(EAST));

        assertThat(plan.rollout().instances())
                .extracting(InstanceGroup::change, InstanceGroup::count, InstanceGroup::units)
                .containsExactly(tuple(InstanceChange.CREATE, 0, List.of("ou-ab12-cd345678")));
        assertThat(plan.asText())
                .contains(
                        "0 or more to create", "+ us-east-1  to create in the organizational units: ou-ab12-cd345678");
    }
}
