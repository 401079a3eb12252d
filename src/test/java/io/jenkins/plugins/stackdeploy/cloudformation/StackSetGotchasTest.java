package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.changed;
import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.topic;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.LocalAwsBuilder;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.OperationAction;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.Organization;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.ReplayAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users of other tools have stumbled on: one test for each, with the number that the notes on StackSets give it. */
class StackSetGotchasTest {
    private static final String EAST = "us-east-1";
    private static final String WEST = "eu-west-1";
    private static final String UNIT = "ou-ab12-cdef3456";
    private static final String OTHER_UNIT = "ou-ab12-99999999";

    private Deployer deployer;

    private void start(UnaryOperator<LocalAwsBuilder> change) throws IOException {
        deployer = new Deployer(change);
    }

    private void start() throws IOException {
        start(builder -> builder);
    }

    private void startOrganization() throws IOException {
        start(builder -> builder.organization(new Organization("000000000000")
                .unit("r-ab12", null)
                .unit(UNIT, "r-ab12", A, B)
                .unit(OTHER_UNIT, "r-ab12", C)
                .delegatedAdministrator(Deployer.ACCOUNT)));
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private static Requests.Deploy inUnits(String template) {
        return Requests.deploy("web", template)
                .serviceManaged()
                .callAs(CallAs.DELEGATED_ADMIN)
                .units(UNIT)
                .regions(EAST);
    }

    private long started() {
        return deployer.aws.operations().size();
    }

    @DisplayName("1: an operation of hours is submitted once, and only looked at from then on")
    @ParameterizedTest
    @EnumSource(ReplayAnswer.class)
    void longOperationIsSubmittedOnce(ReplayAnswer replay) throws Exception {
        start(builder -> builder.replayAnswers(replay));
        deployer.aws.durations().set("*", "*", 4 * 3600);
        deployer.aws.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "CreateStackInstances"));

        deployer.succeed(topic().accounts(A).regions(EAST));

        assertThat(deployer.aws.count("CreateStackInstances")).isEqualTo(1);
        assertThat(started()).isEqualTo(1);
        assertThat(deployer.console()).contains("has already accepted an earlier attempt");
    }

    @Test
    @DisplayName("2: many accounts are one operation, not one each")
    void manyAccountsAreOneOperation() throws Exception {
        start();

        deployer.succeed(topic().accounts(A, B, C).regions(EAST, WEST));

        assertThat(started()).isEqualTo(1);
    }

    @Test
    @DisplayName("3: the next operation waits for the end of the one before")
    void operationsOfAPlanFollowOneAnother() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST));

        deployer.succeed(changed().accounts(A, B).regions(EAST));

        assertThat(deployer.aws.requests())
                .extracting(request -> request.code())
                .doesNotContain("OperationInProgressException");
    }

    @Test
    @DisplayName("4: nothing to change is no operation, found out with three calls")
    void nothingToChangeIsNoOperation() throws Exception {
        start();
        deployer.succeed(topic().accounts(A, B)
                .regions(EAST, WEST)
                .parameter("Env", "prod")
                .tag("team", "web"));
        int before = deployer.aws.requests().size();

        Outcome outcome = deployer.succeed(Requests.deploy("web", Samples.TOPIC_AS_JSON)
                .accounts(A, B)
                .regions(EAST, WEST)
                .parameter("Env", "prod")
                .tag("team", "web"));

        assertThat(outcome.facts()).containsEntry("action", "NONE").containsEntry("changed", false);
        assertThat(started()).isEqualTo(1);
        assertThat(deployer.aws.requests().size() - before).isEqualTo(3);
        assertThat(deployer.console()).contains("is already what was asked for, with 4 targeted instances CURRENT");
    }

    @Test
    @DisplayName("5: there is no waiter, so one call a look is made for the operation")
    void aLookIsOneCallForTheOperation() throws Exception {
        start();
        deployer.aws.durations().set("*", "*", 3600);

        deployer.succeed(topic().accounts(A).regions(EAST));

        assertThat(deployer.aws.count("DescribeStackSetOperation")).isBetween(100L, 200L);
    }

    @Test
    @DisplayName("6: a busy stack set is waited for, and its operation told")
    void busySetIsWaitedFor() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST));
        deployer.direct.createStackInstances(
                request -> request.stackSetName("web").accounts(B).regions(EAST).operationId("theirs"));

        deployer.succeed(changed());

        assertThat(deployer.console())
                .contains("is busy with somebody else's operation theirs, CREATE, RUNNING for", "0 of 1 done")
                .contains("The other operation, theirs, is over SUCCEEDED.");
        assertThat(deployer.statuses("web")).hasSize(2).doesNotContainValue("OUTDATED");
    }

    @Test
    @DisplayName("6: a busy stack set is refused when nobody wants to wait")
    void busySetIsRefusedWhenAskedFor() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST));
        deployer.direct.createStackInstances(
                request -> request.stackSetName("web").accounts(B).regions(EAST).operationId("theirs"));

        Outcome outcome = deployer.deploy(changed().refuseToWaitForOthers());

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("operation theirs", "waitForOthers is false");
        assertThat(deployer.aws.effects("UpdateStackSet")).isEmpty();
    }

    @Test
    @DisplayName("6: somebody who begins between looking and acting is found and waited for")
    void operationThatBeginsMeanwhileIsWaitedFor() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST));
        deployer.sdk = real -> new LateRival(
                        real,
                        "updateStackSet",
                        () -> deployer.direct.createStackInstances(request -> request.stackSetName("web")
                                .accounts(B)
                                .regions(EAST)
                                .operationId("theirs")))
                .client();

        deployer.succeed(changed());

        assertThat(deployer.console()).contains("busy with somebody else's operation theirs");
        assertThat(deployer.aws.effects("UpdateStackSet")).hasSize(1);
    }

    @Test
    @DisplayName("6: a stale request is made anew on what is there then")
    void staleRequestIsDecidedAnew() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST));
        deployer.aws.faults().add(Fault.refusal("UpdateStackSet", 409, "StaleRequestException", "Stale request"));

        deployer.succeed(changed());

        assertThat(deployer.aws.effects("UpdateStackSet")).hasSize(1);
        assertThat(deployer.console()).contains("moved meanwhile", "StaleRequestException");
    }

    @Test
    @DisplayName("6: a request that stays stale is given up in the end")
    void requestThatStaysStaleFails() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST));
        deployer.aws
                .faults()
                .add(Fault.refusal("UpdateStackSet", 409, "StaleRequestException", "Stale request")
                        .times(100));

        Outcome outcome = deployer.deploy(changed());

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("was not deployed", "StaleRequestException");
        assertThat(deployer.aws.count("UpdateStackSet")).isEqualTo(6);
    }

    @Test
    @DisplayName("7: too many instances at once are split by region when asked for")
    void tooManyInstancesAreSplitByRegion() throws Exception {
        start(builder -> builder.stackSets(options -> options.withMaxInstancesPerOperation(3)));

        Outcome outcome =
                deployer.succeed(topic().accounts(A, B).regions(EAST, WEST).batchRegions());

        assertThat(started()).isEqualTo(2);
        assertThat(deployer.statuses("web")).hasSize(4).doesNotContainValue("OUTDATED");
        assertThat((List<?>) outcome.facts().get("operationIds")).hasSize(2);

        deployer.succeed(changed().batchRegions());
        assertThat(deployer.aws.effects("UpdateStackSet")).hasSize(1);
        assertThat(deployer.aws.effects("UpdateStackInstances")).hasSize(1);
        assertThat(deployer.statuses("web")).doesNotContainValue("OUTDATED");
    }

    @Test
    @DisplayName("7: too many instances at once wait until others are done")
    void tooManyInstancesWaitForOthers() throws Exception {
        start(builder -> builder.stackSets(options -> options.withMaxInstancesPerOperation(3)));
        deployer.aws.durations().set("*", "*", 1200);
        deployer.deploy(Requests.deploy("other", Samples.TOPIC)
                .accounts(A, B)
                .regions(EAST)
                .tolerance(1, 2)
                .withoutWaiting());

        deployer.succeed(topic().accounts(A, B).regions(EAST));

        assertThat(deployer.console()).contains("Too many instances would be involved at once", "batchRegions: true");
        assertThat(deployer.aws.count("CreateStackInstances")).isBetween(3L, 12L);
    }

    @Test
    @DisplayName("7: too many instances for ever ends with what to do")
    void tooManyInstancesForEverFail() throws Exception {
        start(builder -> builder.stackSets(options -> options.withMaxInstancesPerOperation(1)));
        deployer.succeed(topic());

        Outcome outcome = deployer.instances(
                Requests.instances("web").accounts(A, B).regions(EAST).watchMinutes(60));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("too many instances", "batchRegions: true");
    }

    @Test
    @DisplayName("8: QUEUED is waited for and told")
    void queuedOperationIsWaitedFor() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST).managedExecution(true));
        deployer.direct.updateStackInstances(
                request -> request.stackSetName("web").accounts(A).regions(EAST).operationId("theirs"));

        deployer.succeed(changed().managedExecution(true));

        assertThat(deployer.console()).contains("is QUEUED", "is RUNNING");
        assertThat(deployer.statuses("web")).doesNotContainValue("OUTDATED");
    }

    @Test
    @DisplayName("8: an operation that somebody else stops is a failure that says so")
    void operationStoppedBySomebodyElseFails() throws Exception {
        start();
        deployer.aws.durations().set("*", "*", 600);
        Underway<StackSetFacts> underway =
                deployer.begin(topic().accounts(A, B).regions(EAST).get());
        underway.until(() -> underway.operation.operationId() != null);
        deployer.time.pass(Duration.ofSeconds(30));
        deployer.direct.stopStackSetOperation(
                request -> request.stackSetName("web").operationId(underway.operation.operationId()));

        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("was stopped by somebody else");
        assertThat(outcome.facts()).containsEntry("status", "STOPPED");
        assertThat(deployer.console()).contains("is STOPPING", "CANCELLED", "find out who stopped operation");
    }

    @Test
    @DisplayName("9: a service-managed set with accounts alone is refused before any change, with the way out")
    void accountsAloneAreRefusedForServiceManagedSets() throws Exception {
        startOrganization();
        deployer.succeed(inUnits(Samples.TOPIC));

        Outcome outcome = deployer.instances(
                Requests.instances("web").accounts(A).regions(EAST).callAs(CallAs.DELEGATED_ADMIN));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("SERVICE_MANAGED", "organizationalUnitIds", "INTERSECTION");
        assertThat(started()).isEqualTo(1);
    }

    @Test
    @DisplayName("9: organizational units narrowed to accounts reach these accounts")
    void unitsNarrowedToAccountsReachThem() throws Exception {
        startOrganization();

        deployer.succeed(inUnits(Samples.TOPIC)
                .targets(new DeploymentTargets(List.of(A), List.of(UNIT), AccountFilter.INTERSECTION)));

        assertThat(deployer.statusesAsDelegate("web")).containsOnlyKeys(A + "/" + EAST);
    }

    @Test
    @DisplayName("10, 17: a delegated administrator calls as one from the first read to the last")
    void delegatedAdministratorIsOnEveryCall() throws Exception {
        startOrganization();

        deployer.succeed(inUnits(Samples.TOPIC));
        deployer.succeed(inUnits(Samples.TWO_TOPICS));
        Outcome deleted = deployer.delete(Requests.delete("web").callAs(CallAs.DELEGATED_ADMIN));

        assertThat(deleted.succeeded()).as(deleted.message()).isTrue();
        assertThat(deployer.aws.requests())
                .extracting(request -> request.code())
                .filteredOn(code -> !code.equals("OK"))
                .containsExactly("StackSetNotFoundException");
    }

    @Test
    @DisplayName("11: the role that service-managed sets report is no difference")
    void reportedRoleOfServiceManagedSetsIsNoDifference() throws Exception {
        startOrganization();
        deployer.succeed(inUnits(Samples.TOPIC));

        Outcome outcome =
                deployer.succeed(inUnits(Samples.TOPIC).administrationRole("arn:aws:iam::000000000000:role/mine"));

        assertThat(outcome.facts()).containsEntry("action", "NONE");
    }

    @Test
    @DisplayName("13: a change of parameters alone reaches the instances")
    void changeOfParametersAloneReachesInstances() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST).parameter("Env", "one"));

        deployer.succeed(topic().parameter("Env", "two"));

        assertThat(deployer.console()).contains("parameter Env changed; updating it with all of its 1 instance.");
        assertThat(deployer.direct
                        .describeStackSet(request -> request.stackSetName("web"))
                        .stackSet()
                        .parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.parameterValue()).isEqualTo("two"));
    }

    @Test
    @DisplayName("14: suspended accounts of a unit are left out and told, and fail nothing")
    void suspendedAccountsAreLeftOutAndTold() throws Exception {
        start(builder -> builder.organization(new Organization("000000000000")
                .unit(UNIT, null, A, B)
                .suspended(B)
                .delegatedAdministrator(Deployer.ACCOUNT)));

        Outcome outcome = deployer.succeed(inUnits(Samples.TOPIC).failOnFailures());

        assertThat(outcome.succeeded()).isTrue();
        assertThat(deployer.console()).contains("accounts are suspended: 1 instance (" + B + "/us-east-1)");
    }

    @Test
    @DisplayName("14: an account that is named and suspended keeps its instance from being CURRENT")
    void suspendedAccountThatIsNamedIsAFailureOfItsInstance() throws Exception {
        start(builder -> builder.organization(new Organization("000000000000").suspended(B)));
        deployer.succeed(topic());

        Outcome outcome = deployer.instances(
                Requests.instances("web").accounts(A, B).regions(EAST).failOnFailures());

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("1 of 2 instances not CURRENT: " + B + "/us-east-1");
        assertThat(deployer.console()).contains("reinstate the account or leave it out");
    }

    @Test
    @DisplayName("14: INOPERABLE instances are named with the way out")
    void inoperableInstancesAreNamedWithTheWayOut() throws Exception {
        start();
        deployer.succeed(topic().accounts(A, B).regions(EAST));
        deployer.aws
                .failures()
                .add(InstanceFailure.always("web", A, "*", "bucket not empty").on(OperationAction.DELETE));

        Outcome outcome = deployer.delete(Requests.delete("web"));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(deployer.console())
                .contains("bucket not empty", "INOPERABLE: " + A + "/us-east-1", "retainStacks: true");
        Outcome retained = deployer.delete(Requests.delete("web").retainStacks());
        assertThat(retained.succeeded()).as(retained.message()).isTrue();
    }

    @Test
    @DisplayName("15: instances that move while the set is deleted are read again")
    void instancesThatAppearDuringDeletionAreDeletedToo() throws Exception {
        start();
        deployer.succeed(topic().accounts(A).regions(EAST));
        deployer.sdk = real -> new LateRival(real, "deleteStackSet", () -> {
                    deployer.direct.createStackInstances(
                            request -> request.stackSetName("web").accounts(B).regions(EAST));
                    deployer.time.skip(Duration.ofMinutes(10));
                })
                .client();

        Outcome outcome = deployer.delete(Requests.delete("web"));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.aws.effects("DeleteStackInstances")).hasSize(2);
        assertThat(deployer.console()).contains("StackSetNotEmptyException");
    }

    @Test
    @DisplayName("16: targets that are not named are never put in")
    void targetsAreNeverDefaulted() throws Exception {
        start();
        deployer.succeed(topic());

        Outcome outcome = deployer.succeed(changed());

        assertThat(deployer.statuses("web")).isEmpty();
        assertThat(deployer.aws.effects("CreateStackInstances")).isEmpty();
        assertThat(outcome.message()).contains("has no instances");
    }

    @Test
    @DisplayName("19: a template of more than 51,200 bytes goes through its bucket, a smaller one does not")
    void largeTemplateGoesThroughItsBucket() throws Exception {
        start();
        String large = Samples.TOPIC + "Description: " + "x".repeat(1000) + "\n#" + "y".repeat(51_200) + "\n";
        String url = "https://templates.s3.eu-west-1.amazonaws.com/stack-deploy/large.template";
        deployer.aws.templates().put(url, large.getBytes(StandardCharsets.UTF_8));
        List<String> uploaded = new ArrayList<>();
        deployer.uploads = (template, digest) -> {
            uploaded.add(template.bucket() + " " + digest);
            return url;
        };

        deployer.succeed(topic().template(new StackSetTemplate("stack.yaml", large, null, "templates")));
        assertThat(uploaded).singleElement().asString().matches("templates [0-9a-f]{64}");

        deployer.succeed(topic());
        assertThat(uploaded).hasSize(1);
    }

    @Test
    @DisplayName("20: failures within the tolerance fail the build only when they are to")
    void failuresWithinTheToleranceAreAMatterOfPolicy() throws Exception {
        start();
        deployer.aws.failures().add(InstanceFailure.always("web", B, "*", "no capacity"));
        deployer.succeed(topic());
        Requests.Instances request =
                Requests.instances("web").accounts(A, B, C).regions(EAST).tolerance(1, 2);

        Outcome tolerated = deployer.instances(request);
        assertThat(tolerated.succeeded()).as(tolerated.message()).isTrue();
        assertThat(deployer.console())
                .contains("succeeded within its tolerance, though 1 instance failed")
                .contains("Not CURRENT, which is tolerated (instanceFailures: tolerate): 1 instance (" + B
                        + "/us-east-1)");

        Outcome refused = deployer.instances(request.failOnFailures());
        assertThat(refused.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(refused.message()).contains("no capacity");
    }
}
