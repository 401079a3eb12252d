package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Boundaries;
import io.jenkins.plugins.stackdeploy.engine.Crash;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.ReplayAnswer;
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
 * The controller dies at every moment at which it could matter, and goes on from what was saved, in the real files; or the
 * answer of any call is lost. Each operation is started once, whatever the service answers to an operation id that it knows.
 */
class StackSetCrashTest {
    @TempDir
    Path home;

    /** What is done, and which operations the service has then started, in order. */
    enum Deed {
        CREATE_WITH_INSTANCES(1, "CREATE") {
            @Override
            StackSetRequest prepare(Deployer deployer) {
                return request();
            }

            @Override
            StackSetRequest request() {
                return Requests.deploy("web", Samples.TOPIC)
                        .accounts(A, B)
                        .regions("eu-west-1", "us-east-1")
                        .get();
            }
        },
        UPDATE_AND_CREATE_INSTANCES(1, "CREATE", "UPDATE", "CREATE") {
            @Override
            StackSetRequest request() {
                return Requests.deploy("web", Samples.TWO_TOPICS)
                        .accounts(A, B)
                        .regions("eu-west-1")
                        .get();
            }
        },
        PLAN_CREATION(1) {
            @Override
            StackSetRequest prepare(Deployer deployer) {
                return Requests.execute(deployer.plan(Requests.deploy("web", Samples.TOPIC)), null);
            }
        },
        PLAN_UPDATE(1, "CREATE", "UPDATE", "CREATE") {
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
        },
        INSTANCES(1, "CREATE", "CREATE", "UPDATE") {
            @Override
            StackSetRequest request() {
                return Requests.instances("web")
                        .accounts(A, B)
                        .regions("eu-west-1")
                        .override("Env", "prod")
                        .get();
            }
        },
        DELETE(1, "CREATE", "DELETE") {
            @Override
            StackSetRequest request() {
                return Requests.delete("web").get();
            }
        };

        private final int created;
        private final List<String> operations;

        Deed(int created, String... operations) {
            this.created = created;
            this.operations = List.of(operations);
        }

        /** Sees to what there is before, and answers what is then asked for. */
        StackSetRequest prepare(Deployer deployer) {
            deployer.deploy(Requests.deploy("web", Samples.TOPIC).accounts(A).regions("eu-west-1"));
            return request();
        }

        StackSetRequest request() {
            throw new UnsupportedOperationException();
        }
    }

    @TestFactory
    Stream<DynamicTest> eachOperationIsStartedOnceWhateverHappens() throws Exception {
        Stream<DynamicTest> tests = Stream.of();
        for (Deed deed : Deed.values()) {
            Boundaries counted = count(deed);
            assertThat(counted.events()).isGreaterThan(5);
            for (ReplayAnswer replay : ReplayAnswer.values()) {
                Stream<DynamicTest> crashes = IntStream.range(0, counted.events())
                        .mapToObj(event -> test(deed, replay, "crash before " + event, Boundaries.crashBefore(event)));
                Stream<DynamicTest> lost = counted.calls().stream()
                        .map(event -> test(deed, replay, "answer of " + event + " lost", Boundaries.answerLost(event)));
                // What the service answers to an id that it knows matters where an answer was lost, whoever has asked.
                if (replay == ReplayAnswer.SAME_ID) {
                    tests = Stream.concat(tests, Stream.concat(crashes, lost));
                } else if (!deed.name().startsWith("PLAN")) {
                    tests = Stream.concat(tests, lost);
                }
            }
        }
        return tests;
    }

    private DynamicTest test(Deed deed, ReplayAnswer replay, String what, Boundaries boundaries) {
        return DynamicTest.dynamicTest(
                deed + ", " + replay + ", " + what, () -> survives(deed, replay, what, boundaries));
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

    private void survives(Deed deed, ReplayAnswer replay, String what, Boundaries boundaries) throws Exception {
        try (Deployer deployer = new Deployer(builder -> builder.replayAnswers(replay))) {
            StackSetRequest request = deed.prepare(deployer);
            DeploymentFiles files = SavedBuild.files(home, deed + " " + replay + " " + what);
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
            assertThat(deployer.aws.effects("CreateStackSet")).hasSize(deed.created);
            assertThat(deployer.aws.effects("DeleteStackSet")).hasSize(deed == Deed.DELETE ? 1 : 0);
            assertThat(files.operation(StackSetFacts.class))
                    .map(StackSetFacts::outcome)
                    .map(Outcome::kind)
                    .hasValue(Outcome.Kind.SUCCESS);
        }
    }
}
