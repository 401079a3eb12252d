package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody stops the build. */
class StoppingTest {
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private Underway<RosOperation> running(Requests.Deploy request) {
        Underway<RosOperation> underway = deployer.begin(request);
        return underway.until(() -> deployer.console().contains("IN_PROGRESS        A"));
    }

    @Test
    void anOperationIsLeftRunningUnlessItIsToBeCancelled() {
        Underway<RosOperation> underway = running(Requests.deploy("web", Samples.TWO));

        underway.stop(false);

        assertThat(underway.outcome().kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(underway.operation.outcome().message()).contains("goes on in ROS (onAbort: leave)");
        assertThat(deployer.ros.count("CancelStackOperation")).isZero();
        deployer.time.pass(Duration.ofMinutes(1));
        assertThat(deployer.status("web")).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void anOperationIsCancelledOnceAndItsEndWaitedFor() {
        Underway<RosOperation> underway = running(Requests.deploy("web", Samples.TWO));

        underway.stop(true);

        Outcome outcome = underway.outcome();
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("the operation cancelled; stack \"web\" was left CREATE_FAILED");
        assertThat(outcome.facts()).containsEntry("status", "CREATE_FAILED");
        assertThat(deployer.ros.effects("CancelStackOperation")).hasSize(1);
    }

    @Test
    void aDeletionThatIsCancelledIsAbortedNotFailed() {
        deployer.deploy(Requests.deploy("web", Samples.of("""
                        Resources:
                          A: {Type: 'ALIYUN::OSS::Bucket', DependsOn: Db}
                          Db: {Type: 'ALIYUN::RDS::DBInstance'}
                        """)));
        Underway<RosOperation> underway = deployer.begin(Requests.delete("web"));
        underway.until(() -> deployer.console().contains("DELETE_IN_PROGRESS        A"));

        underway.stop(true);

        Outcome outcome = underway.outcome();
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("was left DELETE_FAILED");
    }

    @Test
    void anOperationThatEndsWhileItIsBeingCancelledIsNotSaidToGoOn() {
        Underway<RosOperation> underway = running(Requests.deploy("web", Samples.TWO));
        deployer.time.skip(Duration.ofMinutes(1));

        underway.stop(true);

        Outcome outcome = underway.outcome();
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("is CREATE_COMPLETE");
        assertThat(outcome.facts()).containsEntry("status", "CREATE_COMPLETE");
    }

    @Test
    void nothingIsDoneWhenItIsStoppedBeforeAnythingWasSent() {
        Underway<RosOperation> underway = deployer.begin(Requests.deploy("web", Samples.TWO));
        underway.stop(true);

        assertThat(underway.outcome().kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(underway.operation.outcome().message()).contains("before anything was done");
        assertThat(deployer.ros.count("CreateStack")).isZero();
    }

    @Test
    void aRequestWhoseAnswerWasLostIsFoundAndCancelled() {
        deployer.ros.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "CreateStack"));
        Underway<RosOperation> underway = deployer.begin(Requests.deploy("web", Samples.TWO));
        underway.until(() -> deployer.ros.count("CreateStack") == 1);

        underway.stop(true);

        assertThat(underway.outcome().kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
        assertThat(deployer.status("web")).isEqualTo("CREATE_FAILED");
    }

    @Test
    void aDeletionThatNeverArrivedIsNotSentAgain() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        deployer.ros.faults().add(Fault.of(FaultKind.DROP_BEFORE_EFFECT, "DeleteStack"));
        Underway<RosOperation> underway = deployer.begin(Requests.delete("web"));
        underway.until(() -> deployer.ros.count("DeleteStack") == 1);

        underway.stop(false);

        assertThat(underway.outcome().kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(deployer.ros.effects("DeleteStack")).isEmpty();
        assertThat(deployer.status("web")).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aStackThatWasBeingClearedIsNotCreatedAgain() {
        deployer.deploy(Requests.deploy("web", Samples.failing("CREATE")).withoutRollback());
        Underway<RosOperation> underway =
                deployer.begin(Requests.deploy("web", Samples.TWO).recreate());
        underway.until(() -> deployer.ros.count("DeleteStack") == 1);
        deployer.time.skip(Duration.ofMinutes(1));

        underway.stop(true);

        Outcome outcome = underway.outcome();
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(outcome.message()).contains("was not created again");
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
    }

    @Test
    void whatMayNotBeCancelledIsSaidToGoOn() throws Exception {
        try (Deployer poor = new Deployer(
                builder -> builder.account("LTAI-poor", "poor", "1234567890123456", "CancelStackOperation"))) {
            poor.keys = () -> new AccessKey("LTAI-poor", "poor", null, null);
            Underway<RosOperation> underway = poor.begin(Requests.deploy("web", Samples.TWO));
            underway.until(() -> poor.console().contains("IN_PROGRESS        A"));

            underway.stop(true);

            assertThat(underway.outcome().kind()).isEqualTo(Outcome.Kind.ABORTED);
            assertThat(underway.operation.outcome().message())
                    .contains("could not be cancelled: CancelStackOperation (NoPermission)")
                    .contains("It goes on in ROS");
        }
    }

    @Test
    void aStopSurvivesARestart() {
        Underway<RosOperation> underway = running(Requests.deploy("web", Samples.TWO));
        deployer.ros.faults().add(Fault.of(FaultKind.INTERNAL_ERROR, "CancelStackOperation"));
        underway.stop(true);
        underway.until(() -> deployer.ros.count("CancelStackOperation") == 1);
        deployer.restart();

        Outcome outcome = deployer.begin(Requests.deploy("web", Samples.TWO), underway.operation)
                .outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ABORTED);
        assertThat(deployer.ros.effects("CancelStackOperation")).hasSize(1);
    }
}
