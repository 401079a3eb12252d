package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.OperationStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StackSetStoppingTest {
    private static final String EAST = "us-east-1";

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
        deployer.deploy(Requests.deploy("web", Samples.TOPIC));
        deployer.aws.durations().set("*", "*", 60);
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    /** Three accounts, one after the other, of which the first is done. */
    private Underway<StackSetFacts> underway() {
        Underway<StackSetFacts> underway = deployer.begin(
                Requests.instances("web").accounts(A, B, C).regions(EAST).get());
        underway.until(() -> deployer.console().contains("1 of 3 done"));
        return underway;
    }

    private OperationStatus lastStatus() {
        return deployer.aws
                .operations()
                .get(deployer.aws.operations().size() - 1)
                .status();
    }

    @Test
    void leavingLetsTheOperationGoOn() {
        Underway<StackSetFacts> underway = underway();
        underway.stop(false);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("goes on in CloudFormation (onAbort: leave)");
        deployer.time.pass(Duration.ofHours(1));
        assertThat(lastStatus()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(deployer.statuses("web")).hasSize(3);
    }

    @Test
    void cancellingStopsTheOperationAndSaysWhatHadBeenChanged() {
        Underway<StackSetFacts> underway = underway();
        underway.stop(true);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message())
                .contains("ended as STOPPED, when 2 instances had been changed: " + A + "/us-east-1, " + B
                        + "/us-east-1");
        assertThat(lastStatus()).isEqualTo(OperationStatus.STOPPED);
        assertThat(deployer.aws.effects("StopStackSetOperation")).hasSize(1);
        assertThat(outcome.facts()).containsEntry("status", "STOPPED").containsKey("counts");
    }

    @Test
    void cancellingEndsAfterTenMinutesAtTheLatest() {
        deployer.aws.durations().set("*", "*", 3600);
        Underway<StackSetFacts> underway = deployer.begin(
                Requests.instances("web").accounts(A).regions(EAST).get());
        underway.until(() -> underway.operation.operationId() != null);
        deployer.time.pass(Duration.ofMinutes(5));

        underway.stop(true);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("has not within 10 minutes");
        assertThat(lastStatus()).isEqualTo(OperationStatus.STOPPING);
    }

    @Test
    void anOperationThatEndsAtTheSameMomentNeedsNoStop() {
        Underway<StackSetFacts> underway = underway();
        deployer.time.skip(Duration.ofHours(1));
        underway.stop(true);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("3 of 3 instances CURRENT");
        assertThat(deployer.statuses("web")).hasSize(3);
    }

    @Test
    void aStopThatIsAnsweredLateIsNotAskedForAgain() {
        deployer.aws.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "StopStackSetOperation"));
        Underway<StackSetFacts> underway = underway();
        underway.stop(true);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(lastStatus()).isEqualTo(OperationStatus.STOPPED);
        assertThat(deployer.aws.effects("StopStackSetOperation")).hasSize(1);
    }

    @Test
    void stoppedBeforeAnythingWasSentSaysSo() {
        Underway<StackSetFacts> underway = deployer.begin(
                Requests.instances("web").accounts(A).regions(EAST).get());
        underway.stop(true);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("before anything was done");
        assertThat(deployer.aws.effects("CreateStackInstances")).isEmpty();
    }

    @Test
    void stoppedWhileTheAnswerIsLostStopsWhatHasArrived() {
        deployer.aws.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "CreateStackInstances"));
        deployer.aws.faults().add(Fault.of(FaultKind.SERVICE_UNAVAILABLE, "DescribeStackSetOperation"));
        Underway<StackSetFacts> underway = deployer.begin(
                Requests.instances("web").accounts(A, B).regions(EAST).get());
        underway.until(() -> !deployer.aws.effects("CreateStackInstances").isEmpty());
        underway.stop(true);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("ended as STOPPED");
        assertThat(lastStatus()).isEqualTo(OperationStatus.STOPPED);
    }

    @Test
    void stoppedWhileTheRequestIsLostDoesNotSendItAgain() {
        deployer.aws.faults().add(Fault.of(FaultKind.DROP_BEFORE_EFFECT, "CreateStackInstances"));
        Underway<StackSetFacts> underway = deployer.begin(
                Requests.instances("web").accounts(A).regions(EAST).get());
        underway.until(() -> deployer.aws.count("CreateStackInstances") > 0);
        underway.stop(true);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(deployer.aws.effects("CreateStackInstances")).isEmpty();
    }

    @Test
    void stoppedDuringTheFirstOfTwoOperationsDoesNotBeginTheSecond() {
        deployer.deploy(Requests.deploy("web", Samples.TOPIC).accounts(A).regions(EAST));
        Underway<StackSetFacts> underway = deployer.begin(Requests.deploy("web", Samples.TWO_TOPICS)
                .accounts(A, B)
                .regions(EAST)
                .get());
        underway.until(() -> !deployer.aws.effects("UpdateStackSet").isEmpty());
        deployer.time.pass(Duration.ofSeconds(20));
        underway.stop(true);
        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(deployer.aws.effects("CreateStackInstances")).hasSize(1);
        assertThat(deployer.statuses("web")).hasSize(1);
    }

    @Test
    void cancellationGoesOnAfterARestart() {
        Underway<StackSetFacts> underway = underway();
        underway.stop(true);
        underway.until(() -> !deployer.aws.effects("StopStackSetOperation").isEmpty());
        deployer.restart();

        Outcome outcome = deployer.begin(
                        Requests.instances("web")
                                .accounts(A, B, C)
                                .regions(EAST)
                                .get(),
                        underway.operation)
                .outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("ended as STOPPED");
        assertThat(deployer.aws.effects("StopStackSetOperation")).hasSize(1);
    }
}
