package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every stage: the right end, exactly one operation, and no storm of calls. */
class StackSetFaultMatrixTest {
    private static final String EAST = "us-east-1";

    private Deployer deployer;

    /** Where in the work a call is made; {@code passing} calls of that action are made before it. */
    enum Stage {
        DECIDE("DescribeStackSet", 0),
        LIST_OPERATIONS("ListStackSetOperations", 0),
        LIST_INSTANCES("ListStackInstances", 0),
        SUBMIT("submit", 0),
        WATCH("DescribeStackSetOperation", 1),
        RESULTS("ListStackSetOperationResults", 1),
        FINAL("ListStackInstances", 1);

        private final String action;
        private final int passing;

        Stage(String action, int passing) {
            this.action = action;
            this.passing = passing;
        }
    }

    static Stream<Arguments> matrix() {
        return Arrays.stream(Trouble.values())
                .flatMap(trouble -> Arrays.stream(Stage.values()).map(stage -> Arguments.of(trouble, stage)));
    }

    /** What takes real time is tried with instances; it is the same client that waits. */
    static Stream<Arguments> quickMatrix() {
        return matrix().filter(arguments -> !((Trouble) arguments.get()[0]).takesTime());
    }

    private void start(Trouble trouble) throws IOException {
        deployer = new Deployer(builder -> builder, trouble.readTimeout());
        deployer.direct.createStackSet(set -> set.stackSetName("web").templateBody(Samples.TOPIC));
        deployer.direct.createStackInstances(
                instances -> instances.stackSetName("web").accounts(A).regions(EAST));
        deployer.time.pass(Duration.ofHours(1));
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private void order(Trouble trouble, Stage stage, String submit) throws IOException {
        trouble.order(deployer, stage == Stage.SUBMIT ? submit : stage.action, stage.passing);
    }

    /** A call that the client gave up is still carried out, after all that virtual time has brought. */
    private void awaitTheFault() {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(deployer::faultHappened);
    }

    private void assertDoneOnce(Outcome outcome, int before, List<String> operations, String submit) {
        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("changed", true);
        assertThat(deployer.aws.operations())
                .extracting(operation -> operation.action().name())
                .containsExactlyElementsOf(operations);
        assertThat(deployer.count(submit, before)).isLessThanOrEqualTo(2);
        assertThat(deployer.aws.requests().size() - before).isLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("quickMatrix")
    void anUpdateSurvivesAFault(Trouble trouble, Stage stage) throws Exception {
        start(trouble);
        int before = deployer.aws.requests().size();
        order(trouble, stage, "UpdateStackSet");

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO_TOPICS));
        awaitTheFault();

        assertDoneOnce(outcome, before, List.of("CREATE", "UPDATE"), "UpdateStackSet");
        assertThat(deployer.statuses("web")).containsValue("CURRENT").doesNotContainValue("OUTDATED");
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void instancesSurviveAFault(Trouble trouble, Stage stage) throws Exception {
        start(trouble);
        int before = deployer.aws.requests().size();
        order(trouble, stage, "CreateStackInstances");

        Outcome outcome =
                deployer.instances(Requests.instances("web").accounts(A, B).regions(EAST));
        awaitTheFault();

        assertDoneOnce(outcome, before, List.of("CREATE", "CREATE"), "CreateStackInstances");
        assertThat(deployer.statuses("web")).hasSize(2).doesNotContainValue("OUTDATED");
    }

    /** A deleted stack set has no instances to read at the end. */
    static Stream<Arguments> matrixOfDeletion() {
        return quickMatrix().filter(arguments -> arguments.get()[1] != Stage.FINAL);
    }

    @ParameterizedTest
    @MethodSource("matrixOfDeletion")
    void aDeletionSurvivesAFault(Trouble trouble, Stage stage) throws Exception {
        start(trouble);
        int before = deployer.aws.requests().size();
        order(trouble, stage, "DeleteStackInstances");

        Outcome outcome = deployer.delete(Requests.delete("web"));
        awaitTheFault();

        assertDoneOnce(outcome, before, List.of("CREATE", "DELETE"), "DeleteStackInstances");
        assertThat(deployer.aws.effects("DeleteStackSet")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void theCreationOfASetSurvivesAFault(Trouble trouble) throws Exception {
        start(trouble);
        int before = deployer.aws.requests().size();
        order(trouble, Stage.SUBMIT, "CreateStackSet");

        Outcome outcome = deployer.deploy(Requests.deploy("fresh", Samples.TOPIC));
        awaitTheFault();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("action", "CREATE").containsKey("stackSetId");
        assertThat(deployer.aws.effects("CreateStackSet")).hasSize(2);
        assertThat(deployer.count("CreateStackSet", before)).isLessThanOrEqualTo(2);
    }

    static Stream<Trouble> troubles() {
        return Arrays.stream(Trouble.values()).filter(trouble -> !trouble.takesTime());
    }
}
