package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.A;
import static io.jenkins.plugins.stackdeploy.cloudformation.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.EventDetail;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.kills.KillEverywhere;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.ReplayAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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
    private enum Deed {
        CREATE_WITH_INSTANCES("CREATE") {
            @Override
            StackSetRequest prepare(Deployer deployer) {
                return request();
            }

            @Override
            StackSetRequest request() {
                return Requests.deploy("web", Samples.TOPIC)
                        .accounts(A, B)
                        .regions("eu-west-1", "us-east-1")
                        .showing(EventDetail.ALL)
                        .get();
            }
        },
        UPDATE_AND_CREATE_INSTANCES("CREATE", "UPDATE", "CREATE") {
            @Override
            StackSetRequest request() {
                return Requests.deploy("web", Samples.TWO_TOPICS)
                        .accounts(A, B)
                        .regions("eu-west-1")
                        .showing(EventDetail.ALL)
                        .get();
            }
        },
        PLAN_CREATION() {
            @Override
            StackSetRequest prepare(Deployer deployer) {
                return Requests.execute(deployer.plan(Requests.deploy("web", Samples.TOPIC)), null);
            }
        },
        PLAN_UPDATE("CREATE", "UPDATE", "CREATE") {
            @Override
            StackSetRequest prepare(Deployer deployer) {
                before(deployer);
                return Requests.execute(
                        deployer.plan(Requests.deploy("web", Samples.TWO_TOPICS)
                                .accounts(A, B)
                                .regions("eu-west-1")),
                        null);
            }
        },
        INSTANCES("CREATE", "CREATE", "UPDATE") {
            @Override
            StackSetRequest request() {
                return Requests.instances("web")
                        .accounts(A, B)
                        .regions("eu-west-1")
                        .override("Env", "prod")
                        .showing(EventDetail.ALL)
                        .get();
            }
        },
        DELETE("CREATE", "DELETE") {
            @Override
            StackSetRequest request() {
                return Requests.delete("web").showing(EventDetail.ALL).get();
            }
        };

        private final StackSetWorld.End end;

        Deed(String... operations) {
            this.end = new StackSetWorld.End(
                    List.of(operations),
                    Map.of("CreateStackSet", 1, "DeleteStackSet", name().equals("DELETE") ? 1 : 0));
        }

        /** What a plan does is sent as without one: a kill after a kill tells nothing new. */
        boolean isPlanned() {
            return name().startsWith("PLAN");
        }

        /** Sees to what there is before, and answers what is then asked for. */
        StackSetRequest prepare(Deployer deployer) {
            before(deployer);
            return request();
        }

        private static void before(Deployer deployer) {
            deployer.direct.createStackSet(
                    set -> set.stackSetName("web").templateBody(Samples.TOPIC).clientRequestToken("before"));
            deployer.direct.createStackInstances(instances -> instances
                    .stackSetName("web")
                    .accounts(A)
                    .regions("eu-west-1")
                    .operationId("before"));
            deployer.time.pass(Duration.ofHours(1));
        }

        StackSetRequest request() {
            throw new UnsupportedOperationException();
        }

        StackSetWorld world(ReplayAnswer replay) throws Exception {
            AtomicReference<StackSetRequest> request = new AtomicReference<>();
            return new StackSetWorld(
                    replay, deployer -> request.set(prepare(deployer)), request::get, end, Deed::expect);
        }

        private static void expect(Outcome outcome) {
            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(outcome.facts()).containsEntry("changed", true);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachOperationIsStartedOnceWhateverHappens() throws Exception {
        Stream<DynamicTest> tests = Stream.of();
        for (Deed deed : Deed.values()) {
            for (ReplayAnswer replay : ReplayAnswer.values()) {
                KillEverywhere<StackSetFacts> kills = new KillEverywhere<>(
                        home, deed + " " + replay, StackSetFacts.class, StackSetFacts::new, () -> deed.world(replay));
                // What the service answers to an id that it knows matters where an answer was lost, whoever has asked.
                if (replay != ReplayAnswer.SAME_ID) {
                    tests = Stream.concat(tests, deed.isPlanned() ? Stream.of() : kills.testsOfLostAnswers());
                } else {
                    tests = Stream.concat(tests, deed.isPlanned() ? kills.testsOfSingleKills() : kills.tests());
                }
            }
        }
        return tests;
    }
}
