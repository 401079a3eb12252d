package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every stage: the right end, exactly one effect, and no storm of calls. */
class FaultMatrixTest {
    /** The calls of a creation without any fault: 1 find, 1 submit, 3 looks at events, 1 final read of them, 1 of the stack. */
    private static final int CALLS = 8;

    private Deployer deployer;

    /** Where in a deployment a call is made; {@code passing} calls of that action are made before it. */
    enum Stage {
        FIND("ListStacks", 0),
        SUBMIT("CreateStack", 0),
        FIRST_LOOK("ListStackEvents", 0),
        LOOK("ListStackEvents", 1),
        FINAL_READ("GetStack", 0);

        private final String action;
        private final int passing;

        Stage(String action, int passing) {
            this.action = action;
            this.passing = passing;
        }
    }

    static Stream<Arguments> matrix() {
        return Arrays.stream(Faulty.values())
                .flatMap(fault -> Arrays.stream(Stage.values()).map(stage -> Arguments.of(fault, stage)));
    }

    /** A deleted stack has no outputs to read. */
    static Stream<Arguments> matrixOfDeletion() {
        return matrix().filter(arguments -> arguments.get()[1] != Stage.FINAL_READ);
    }

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
        deployer.readMillis = Faulty.READ_TIMEOUT_MILLIS;
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    /** A call that the client gave up is still carried out, after all that virtual time has brought. */
    private void awaitTheFault() {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> deployer.ros.requests().stream().anyMatch(request -> request.fault() != null));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aCreationSurvivesAFault(Faulty fault, Stage stage) {
        fault.order(deployer.ros, stage.action, stage.passing, 1);

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));
        awaitTheFault();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("status", "CREATE_COMPLETE");
        assertThat(outcome.facts().get("outputs")).asString().contains("First=bucket-");
        assertThat(deployer.ros.effects("CreateStack")).hasSize(1);
        assertThat(deployer.ros.count("CreateStack")).isLessThanOrEqualTo(2);
        assertThat(deployer.ros.requests()).hasSizeLessThanOrEqualTo(CALLS + 4);
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void anUpdateSurvivesAFault(Faulty fault, Stage stage) {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        int before = deployer.ros.requests().size();
        String action = stage == Stage.SUBMIT ? "UpdateStack" : stage.action;
        fault.order(deployer.ros, action, stage.passing, 1);

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
        awaitTheFault();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("status", "UPDATE_COMPLETE").containsEntry("changed", true);
        assertThat(deployer.ros.effects("UpdateStack")).hasSize(1);
        assertThat(deployer.ros.requests().size() - before).isLessThanOrEqualTo(CALLS + 4);
    }

    @ParameterizedTest
    @MethodSource("matrixOfDeletion")
    void aDeletionSurvivesAFault(Faulty fault, Stage stage) {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        int before = deployer.ros.requests().size();
        String action = stage == Stage.SUBMIT ? "DeleteStack" : stage.action;
        fault.order(deployer.ros, action, stage.passing, 1);

        Outcome outcome = deployer.delete(Requests.delete("web"));
        awaitTheFault();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("status", "DELETE_COMPLETE");
        assertThat(deployer.ros.effects("DeleteStack")).hasSize(1);
        assertThat(deployer.ros.requests().size() - before).isLessThanOrEqualTo(CALLS + 4);
    }
}
