package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.changed;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.C;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.D;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read when instances fail. */
class StackSetFailuresTest {
    private static final String EAST = "us-east-1";

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
        deployer.deploy(Requests.deploy("web", Samples.TOPIC).accounts(A, B, C).regions(EAST, "eu-west-1"));
        deployer.console.clear();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private Outcome fail(Requests.Deploy request) {
        Outcome outcome = deployer.deploy(request);
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        return outcome;
    }

    @Test
    void sameReasonIsToldOnceWithAllItsPlaces() {
        deployer.aws.failures().add(InstanceFailure.always("web", "*", EAST, "Topic quota of the account used up"));

        Outcome outcome = fail(changed().tolerance(2, 3));

        assertThat(outcome.message())
                .contains("Topic quota of the account used up")
                .contains("3 of 6 instances failed");
        List<String> summary =
                deployer.console.subList(deployer.console.indexOf(outcome.message()), deployer.console.size());
        assertThat(summary).filteredOn(line -> line.contains("Topic quota")).hasSize(2);
        assertThat(String.join("\n", summary))
                .contains("The same in 2 more:")
                .contains("      " + B + "/us-east-1  arn:aws:cloudformation:us-east-1:" + B + ":stack/")
                .contains("      " + C + "/us-east-1  arn:aws:cloudformation:us-east-1:" + C + ":stack/")
                .contains("Stack arn:aws:cloudformation:us-east-1:" + A)
                .contains("Next: raise the quota");
    }

    @Test
    void placesOfOneReasonAreNamedUpToTenMoreAndThenCounted() {
        String[] accounts = IntStream.range(0, 14)
                .mapToObj(number -> Long.toString(500_000_000_000L + number))
                .toArray(String[]::new);
        deployer.aws.failures().add(InstanceFailure.always("many", "*", EAST, "Topic quota used up"));

        fail(Requests.deploy("many", Samples.TOPIC)
                .accounts(accounts)
                .regions(EAST)
                .tolerance(13, 14)
                .failOnFailures());

        assertThat(deployer.console)
                .filteredOn(line -> line.startsWith("      5000000000"))
                .hasSize(10);
        assertThat(deployer.console()).contains("The same in 13 more:", "      and 3 more");
    }

    @Test
    void whatWasCancelledComesAfterWhatFailedAndIsCounted() {
        deployer.aws.failures().add(InstanceFailure.always("web", A, EAST, "name already exists"));

        fail(changed());

        String console = deployer.console();
        assertThat(console.indexOf("name already exists")).isLessThan(console.indexOf("were cancelled or rolled back"));
        assertThat(console)
                .contains("/us-east-1  CANCELLED  Cancelled since failure tolerance has exceeded")
                .contains("The stack set itself is on the new template and parameters already")
                .contains("OUTDATED and 0 INOPERABLE");
    }

    @Test
    void resourceBehindTheReasonIsToldWithItsLine() {
        deployer.aws
                .failures()
                .add(InstanceFailure.always("web", A, EAST, "no such queue").of("Second"));
        List<String> asked = new ArrayList<>();
        deployer.members = new MemberStacks() {
            @Override
            public Optional<ResourceFailure> firstFailure(String account, String region, String stackId) {
                asked.add(account + "/" + region + " " + stackId.startsWith("arn:aws:cloudformation:"));
                return Optional.of(
                        new ResourceFailure("Second", "AWS::SNS::Topic", "UPDATE_FAILED", "no such queue at all"));
            }

            @Override
            public List<String> notes() {
                return List.of("a note");
            }
        };

        fail(changed());

        assertThat(asked).containsExactly(A + "/us-east-1 true");
        assertThat(deployer.console())
                .contains(A + "/us-east-1/Second  AWS::SNS::Topic  UPDATE_FAILED  (stack.yaml:6)")
                .contains("    no such queue at all", "a note");
    }

    @Test
    void hostileReasonsAreMadePrintable() {
        deployer.aws.failures().add(InstanceFailure.always("web", A, EAST, "bad\u202E \u009B31mred name"));

        Outcome outcome = fail(changed());

        assertThat(outcome.message()).contains("bad").doesNotContain("\u202E", "\u009B");
        assertThat(deployer.console()).doesNotContain("\u202E", "\u009B");
    }

    @Test
    void secretsInReasonsAreMasked() {
        deployer.masking = new Masking(List.of("hunter22"));
        deployer.secrets = () -> Map.of("Env", "hunter22");
        deployer.aws.failures().add(InstanceFailure.always("web", A, EAST, "topic hunter22 exists"));

        Outcome outcome = fail(changed().secret("Env"));

        assertThat(outcome.message()).contains("topic **** exists").doesNotContain("hunter22");
        assertThat(deployer.console()).doesNotContain("hunter22");
    }

    @Test
    void refusalOfTheServiceIsToldWithAdvice() {
        Outcome outcome = fail(Requests.deploy("web", Samples.TOPIC.replace("AWS::SNS::Topic", "AWS::IAM::Role"))
                .accounts(A)
                .regions(EAST));

        assertThat(outcome.message()).contains("was not deployed", "InsufficientCapabilitiesException");
        assertThat(deployer.console()).contains("Next: name the capabilities that the template needs");
        assertThat(outcome.facts()).containsEntry("changed", false);
    }

    @Test
    void reasonsThatDifferOnlyInAccountRegionAndStackAreTheSame() {
        List<List<FailedInstance>> groups = FailedInstance.byReason(List.of(
                failed(A, EAST, "other"),
                failed(B, EAST, "Account 222222222222 should have the role in us-east-1"),
                failed(C, "eu-west-1", "Account 333333333333 should have the role in eu-west-1"),
                failed(D, EAST, "other")));

        assertThat(groups).hasSize(2).allSatisfy(group -> assertThat(group).hasSize(2));
    }

    private static FailedInstance failed(String account, String region, String reason) {
        return new FailedInstance(new Place(account, region), "FAILED", reason, "");
    }

    @ParameterizedTest
    @CsvSource({
        "'Account 1 should have ''AWSCloudFormationStackSetExecutionRole'' role with trust relationship', create the execution role",
        "User is not authorized to perform: sts:AssumeRole on resource x, trust policies",
        "No updates are to be performed., nothing to update",
        "The region ap-east-1 is disabled in this account, enable the region",
        "LimitExceeded: quota of topics, raise the quota",
        "bucket-x already exists, already in the account",
        "trusted access is not enabled, turn on trusted access",
        "The account 1 is suspended., reinstate the account",
        "not authorized to perform: sns:CreateTopic, allow the execution role"
    })
    void knownReasonsHaveAdvice(String reason, String advice) {
        assertThat(StackSetAdvice.on(List.of(reason, reason)))
                .singleElement()
                .asString()
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource({
        "CREDENTIALS, ExpiredToken, check the access key",
        "CREDENTIALS, RequestTimeTooSkewed, set the controller's clock",
        "DENIED, AccessDenied, allow UpdateStackSet"
    })
    void refusedCallsHaveAdvice(FaultKind kind, String code, String advice) {
        assertThat(StackSetAdvice.on(new CloudException(kind, "UpdateStackSet", code, "no", null)))
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("Next: ").contains(advice));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, true, https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#/stacksets/web:1/info?permissions=service",
        "cn-north-1, false, https://cn-north-1.console.amazonaws.cn/cloudformation/home?region=cn-north-1#/stacksets/web:1/info?permissions=self",
        "us-gov-west-1, false, https://us-gov-west-1.console.amazonaws-us-gov.com/cloudformation/home?region=us-gov-west-1#/stacksets/web:1/info?permissions=self",
        "eusc-de-east-1, false, https://eusc-de-east-1.console.amazonaws-eusc.eu/cloudformation/home?region=eusc-de-east-1#/stacksets/web:1/info?permissions=self"
    })
    void consoleIsThatOfThePartition(String region, boolean serviceManaged, String url) {
        assertThat(ConsoleLink.to(region, "web:1", serviceManaged)).isEqualTo(url);
    }
}
