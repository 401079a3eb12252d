package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Boundaries;
import io.jenkins.plugins.stackdeploy.engine.Crash;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.report.SavedBuild;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controller dies at every moment at which it could matter while a plan is deployed, or the answer of any call is lost: the
 * plan is deployed once, and what it has done itself is not taken for somebody else's.
 */
class StackSetPlanCrashTest {
    @TempDir
    Path home;

    /** What was planned, and which operations the service has then started, in order. */
    private enum Deed {
        CREATION {
            @Override
            StackSetRequest prepare(Deployer deployer) {
                return Requests.execute(deployer.plan(Requests.deploy("web", Samples.TOPIC)), null);
            }
        },
        UPDATE("CREATE", "UPDATE", "CREATE") {
            @Override
            StackSetRequest prepare(Deployer deployer) {
                deployer.deploy(
                        Requests.deploy("web", Samples.TOPIC).accounts(A).regions("eu-west-1"));
                return Requests.execute(
                        deployer.plan(Requests.deploy("web", Samples.TWO_TOPICS)
                                .accounts(A, B)
                                .regions("eu-west-1")),
                        null);
            }
        };

        private final List<String> operations;

        Deed(String... operations) {
            this.operations = List.of(operations);
        }

        abstract StackSetRequest prepare(Deployer deployer);
    }

    @TestFactory
    Stream<DynamicTest> aPlanIsDeployedOnceWhateverHappens() throws Exception {
        Stream<DynamicTest> tests = Stream.of();
        for (Deed deed : Deed.values()) {
            Boundaries counted = count(deed);
            assertThat(counted.calls()).hasSizeGreaterThan(2);
            tests = Stream.concat(
                    tests,
                    Stream.concat(
                            IntStream.range(0, counted.events())
                                    .mapToObj(event ->
                                            test(deed, "crash before " + event, Boundaries.crashBefore(event))),
                            counted.calls().stream()
                                    .map(event ->
                                            test(deed, "answer of " + event + " lost", Boundaries.answerLost(event)))));
        }
        return tests;
    }

    private DynamicTest test(Deed deed, String what, Boundaries boundaries) {
        return DynamicTest.dynamicTest(deed + ", " + what, () -> survives(deed, what, boundaries));
    }

    private Boundaries count(Deed deed) throws Exception {
        try (Deployer deployer = Deployer.start()) {
            StackSetRequest request = deed.prepare(deployer);
            Boundaries boundaries = Boundaries.counting();
            deployer.sdk = new LossyClient(boundaries)::around;
            deployer.journal = boundaries.around(facts -> {});
            deployer.begin(request).outcome();
            return boundaries;
        }
    }

    private void survives(Deed deed, String what, Boundaries boundaries) throws Exception {
        try (Deployer deployer = Deployer.start()) {
            StackSetRequest request = deed.prepare(deployer);
            DeploymentFiles files = SavedBuild.files(home, deed + " " + what);
            deployer.sdk = new LossyClient(boundaries)::around;
            deployer.journal = boundaries.around(files.journal());
            Outcome outcome;
            try {
                outcome = deployer.begin(request).outcome();
            } catch (Crash crash) {
                deployer.restart();
                deployer.sdk = real -> real;
                deployer.journal = files.journal();
                outcome = deployer.begin(
                                request, files.operation(StackSetFacts.class).orElseGet(StackSetFacts::new))
                        .outcome();
            }

            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(outcome.facts()).containsEntry("changed", true);
            assertThat(deployer.aws.operations())
                    .extracting(operation -> operation.action().name())
                    .containsExactlyElementsOf(deed.operations);
            assertThat(deployer.aws.effects("CreateStackSet")).hasSize(1);
        }
    }
}
