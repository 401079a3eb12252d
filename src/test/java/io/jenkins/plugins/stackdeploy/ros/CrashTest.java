package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Boundaries;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.Crash;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.report.SavedBuild;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controller dies at every moment at which it could matter, and goes on from what was saved, in the real files: what is
 * asked for is done once, and the build learns its end.
 */
class CrashTest {
    @TempDir
    Path home;

    /** What is done, and how often each change then has been made. */
    enum Deed {
        CREATE("CREATE_COMPLETE", 1, 0, 0) {
            @Override
            void prepare(Deployer deployer) {}
        },
        UPDATE("UPDATE_COMPLETE", 1, 1, 0) {
            @Override
            void prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
            }
        },
        RECREATE("CREATE_COMPLETE", 2, 0, 1) {
            @Override
            void prepare(Deployer deployer) {
                deployer.deploy(
                        Requests.deploy("web", Samples.failing("CREATE")).withoutRollback());
            }
        },
        DELETE("", 1, 0, 1) {
            @Override
            void prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO));
            }

            @Override
            Underway<RosOperation> begin(Deployer deployer, RosOperation operation) {
                return deployer.begin(Requests.delete("web"), operation);
            }
        };

        private final String status;
        private final int created;
        private final int updated;
        private final int deleted;

        Deed(String status, int created, int updated, int deleted) {
            this.status = status;
            this.created = created;
            this.updated = updated;
            this.deleted = deleted;
        }

        abstract void prepare(Deployer deployer);

        Underway<RosOperation> begin(Deployer deployer, RosOperation operation) {
            return deployer.begin(Requests.deploy("web", Samples.TWO).recreate(), operation);
        }
    }

    @TestFactory
    Stream<DynamicTest> aDeedIsDoneOnceWhateverHappens() throws Exception {
        Stream<DynamicTest> tests = Stream.of();
        for (Deed deed : Deed.values()) {
            Boundaries counted = count(deed);
            assertThat(counted.events()).isGreaterThan(10);
            Stream<DynamicTest> crashes = IntStream.range(0, counted.events())
                    .mapToObj(event -> test(deed, "crash before " + event, Boundaries.crashBefore(event)));
            Stream<DynamicTest> lost = counted.calls().stream()
                    .map(event -> test(deed, "answer of " + event + " lost", Boundaries.answerLost(event)));
            tests = Stream.concat(tests, Stream.concat(crashes, lost));
        }
        return tests;
    }

    private DynamicTest test(Deed deed, String what, Boundaries boundaries) {
        return DynamicTest.dynamicTest(deed + ", " + what, () -> survives(deed, what, boundaries));
    }

    private Boundaries count(Deed deed) throws Exception {
        try (Deployer deployer = Deployer.start()) {
            deed.prepare(deployer);
            Boundaries boundaries = Boundaries.counting();
            deployer.api = api -> lossy(api, boundaries);
            deployer.journal =
                    boundaries.around(SavedBuild.files(home, deed + " counted").journal());
            deed.begin(deployer, new RosOperation()).outcome();
            return boundaries;
        }
    }

    /** The API, whose answers may be lost on the way. */
    static RosApi lossy(RosApi api, Boundaries boundaries) {
        return (action, query, body) -> boundaries.call(
                () -> api.call(action, query, body),
                () -> new CloudException(FaultKind.NO_ANSWER, action, null, "the answer is lost", null));
    }

    private void survives(Deed deed, String what, Boundaries boundaries) throws Exception {
        try (Deployer deployer = Deployer.start()) {
            deed.prepare(deployer);
            DeploymentFiles files = SavedBuild.files(home, deed + " " + what);
            deployer.api = api -> lossy(api, boundaries);
            deployer.journal = boundaries.around(files.journal());
            Outcome outcome;
            try {
                outcome = deed.begin(deployer, new RosOperation()).outcome();
            } catch (Crash crash) {
                deployer.restart();
                deployer.api = real -> real;
                deployer.journal = files.journal();
                outcome = deed.begin(
                                deployer, files.operation(RosOperation.class).orElseGet(RosOperation::new))
                        .outcome();
            }

            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(outcome.facts()).containsEntry("changed", true);
            assertThat(deployer.status("web")).isEqualTo(deed.status);
            assertThat(deployer.ros.effects("CreateStack")).hasSize(deed.created);
            assertThat(deployer.ros.effects("UpdateStack")).hasSize(deed.updated);
            assertThat(deployer.ros.effects("DeleteStack")).hasSize(deed.deleted);
            assertThat(files.operation(RosOperation.class))
                    .map(RosOperation::outcome)
                    .map(Outcome::kind)
                    .hasValue(Outcome.Kind.SUCCESS);
        }
    }
}
