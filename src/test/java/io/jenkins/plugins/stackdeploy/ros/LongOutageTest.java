package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that last. */
class LongOutageTest {
    private static final int FOR_EVER = 1_000_000;

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListStacks", "CreateStack", "ListStackEvents", "GetStack"})
    void minutesOfThrottlingOnlyTakeTime(String action) {
        deployer.ros.faults().add(Fault.of(FaultKind.THROTTLING, action).times(12));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
        assertThat(deployer.ros.count(action)).isLessThan(40);
    }

    @Test
    void anOutageIsToldOnceAndSoIsItsEnd() {
        deployer.ros.faults().add(Fault.of(FaultKind.HTML_OK, "*").times(8));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.console())
                .containsOnlyOnce("Held up: ListStacks: ")
                .contains("answered something that is not JSON")
                .containsOnlyOnce("It answers again.");
    }

    @Test
    void whatHoldsADeploymentUpIsPartOfItsStanding() {
        deployer.ros.faults().add(Fault.of(FaultKind.SERVICE_UNAVAILABLE, "*").times(3));
        Underway<RosOperation> underway = deployer.begin(Requests.deploy("web", Samples.TWO));

        underway.until(() -> deployer.ros.requests().size() == 2);

        assertThat(underway.standing()).contains("stack web").contains("ListStacks (ServiceUnavailable)");
        underway.outcome();
        assertThat(underway.standing()).doesNotContain("ServiceUnavailable");
    }

    @Test
    void theDeadlineHoldsThoughNothingAnswers() {
        Underway<RosOperation> underway =
                deployer.begin(Requests.deploy("web", Samples.TWO).watchMinutes(30));
        underway.until(() -> deployer.ros.count("CreateStack") == 1);
        deployer.ros.faults().add(Fault.of(FaultKind.DROP_BEFORE_EFFECT, "*").times(FOR_EVER));

        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("could not be looked at, and 30 min");
        assertThat(deployer.ros.requests()).hasSizeLessThan(100);
    }

    @Test
    void aDoneStackWhoseOutputsCannotBeReadInTimeIsASuccess() {
        deployer.ros.faults().add(Fault.of(FaultKind.INTERNAL_ERROR, "GetStack").times(FOR_EVER));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.message()).contains("is CREATE_COMPLETE; its outputs could not be read in time");
    }

    @Test
    void aFailedStackWhoseReasonsCannotBeReadInTimeIsAFailureThatTellsItsStatus() {
        Underway<RosOperation> underway = deployer.begin(Requests.deploy("web", Samples.failing("CREATE")));
        underway.until(() -> underway.operation.phase == RosOperation.Phase.SETTLE);
        deployer.ros.faults().add(Fault.of(FaultKind.INTERNAL_ERROR, "*").times(FOR_EVER));

        Outcome outcome = underway.outcome();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message())
                .contains("ended as CREATE_ROLLBACK_COMPLETE")
                .contains("could not be done in time");
    }

    @Test
    void aDeletedStackWhoseEventsCannotBeReadInTimeIsASuccess() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        deployer.ros
                .faults()
                .add(Fault.of(FaultKind.INTERNAL_ERROR, "ListStackEvents").times(FOR_EVER));

        Outcome outcome = deployer.delete(Requests.delete("web"));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("status", "DELETE_COMPLETE");
    }

    @Test
    void listingThatIsDeniedIsReplacedByReadingTheStackItself() throws Exception {
        try (Deployer poor =
                new Deployer(builder -> builder.account("LTAI-poor", "poor", "1234567890123456", "ListStacks"))) {
            poor.deploy(Requests.deploy("web", Samples.TWO));
            boolean[] found = {false};
            poor.keys = () -> found[0]
                    ? new AccessKey("LTAI-poor", "poor", null, null)
                    : new AccessKey(Deployer.KEY_ID, Deployer.KEY_SECRET, null, null);
            String slow = Samples.TWO_CHANGED.replace("private}", "private}, Metadata: {LocalCloud: {Seconds: 60}}");
            Underway<RosOperation> underway = poor.begin(Requests.deploy("web", slow));
            underway.until(() -> poor.ros.count("UpdateStack") == 1);
            found[0] = true;

            Outcome outcome = underway.outcome();

            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(poor.ros.requests().stream()
                            .filter(request -> request.code().equals("NoPermission")))
                    .hasSize(1);
            assertThat(poor.ros.count("GetStack")).isGreaterThan(1);
        }
    }
}
