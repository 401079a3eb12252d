package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.kills.KillEverywhere;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controller dies at every moment at which it could matter, and goes on from what was saved, in the real files: what is
 * asked for is done once, each event has one line, and the build learns the end.
 */
class CrashTest {
    @TempDir
    Path home;

    /** What is done, and what there is then. */
    private enum Deed {
        CREATE("CREATE_COMPLETE", Map.of("CreateStack", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                return (d, facts) -> d.begin(Requests.deploy("web", Samples.TWO), facts);
            }
        },
        CREATE_IN_VAIN("CREATE_ROLLBACK_COMPLETE", Map.of("CreateStack", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                return (d, facts) -> d.begin(Requests.deploy("web", Samples.failing("CREATE")), facts);
            }

            @Override
            void expect(Outcome outcome) {
                assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
                assertThat(outcome.message()).contains("Quota of buckets exceeded");
            }
        },
        UPDATE("UPDATE_COMPLETE", Map.of("CreateStack", 1, "UpdateStack", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
                return (d, facts) -> d.begin(Requests.deploy("web", Samples.TWO), facts);
            }
        },
        RECREATE("CREATE_COMPLETE", Map.of("CreateStack", 2, "DeleteStack", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                deployer.deploy(
                        Requests.deploy("web", Samples.failing("CREATE")).withoutRollback());
                return (d, facts) -> d.begin(Requests.deploy("web", Samples.TWO).recreate(), facts);
            }
        },
        DELETE("", Map.of("CreateStack", 1, "DeleteStack", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO));
                return (d, facts) -> d.begin(Requests.delete("web"), facts);
            }
        };

        private final RosWorld.End end;

        Deed(String status, Map<String, Integer> effects) {
            this.end = new RosWorld.End(status, effects);
        }

        abstract RosWorld.Deed prepare(Deployer deployer);

        void expect(Outcome outcome) {
            expectSuccess(outcome);
            assertThat(outcome.facts()).containsEntry("changed", true);
        }

        private static void expectSuccess(Outcome outcome) {
            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        }

        RosWorld world() throws Exception {
            return new RosWorld(this::prepare, end, this::expect);
        }

        /** Where what it did itself may look like what somebody else did. */
        RosWorld forgetfulWorld() throws Exception {
            return new RosWorld(this::prepare, end, Deed::expectSuccess);
        }
    }

    @TestFactory
    Stream<DynamicTest> aDeedIsDoneOnceWhateverHappens() throws Exception {
        Stream<DynamicTest> tests = Stream.of();
        for (Deed deed : Deed.values()) {
            KillEverywhere<RosOperation> kills =
                    new KillEverywhere<>(home, deed.name(), RosOperation.class, RosOperation::new, deed::world);
            tests = Stream.concat(tests, kills.tests());
        }
        return tests;
    }

    /** No crash of Jenkins does this; a disk may. The live state tells what has been done. */
    @TestFactory
    Stream<DynamicTest> aDeedIsDoneOnceEvenWhenWhatWasSavedIsLost() throws Exception {
        Stream<DynamicTest> tests = Stream.of();
        for (Deed deed : List.of(Deed.CREATE, Deed.UPDATE, Deed.RECREATE, Deed.DELETE)) {
            KillEverywhere<RosOperation> kills = new KillEverywhere<>(
                    home, "lost " + deed, RosOperation.class, RosOperation::new, deed::forgetfulWorld);
            tests = Stream.concat(tests, kills.testsOfLostFiles());
        }
        return tests;
    }
}
