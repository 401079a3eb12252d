package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Boundaries;
import io.jenkins.plugins.stackdeploy.engine.Crash;
import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.plan.Plan;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import io.jenkins.plugins.stackdeploy.report.SavedBuild;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controller dies at every moment at which it could matter, and goes on from what was saved, in the real files: there is
 * one plan, or nothing is left of it, and it is deployed once.
 */
class PlanCrashTest {
    @TempDir
    Path home;

    /** What is done, and what there is then. */
    private enum Deed {
        PLAN_CREATION("REVIEW_IN_PROGRESS", 1, 0, 0) {
            @Override
            Underway<RosOperation> begin(Deployer deployer, Outcome prepared, RosOperation operation) {
                return deployer.begin(Requests.plan("web", Samples.TWO), operation);
            }
        },
        PLAN_UPDATE("CREATE_COMPLETE", 1, 0, 0) {
            @Override
            Outcome prepare(Deployer deployer) {
                return deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
            }

            @Override
            Underway<RosOperation> begin(Deployer deployer, Outcome prepared, RosOperation operation) {
                return deployer.begin(Requests.plan("web", Samples.TWO), operation);
            }
        },
        PLAN_NOTHING("CREATE_COMPLETE", 1, 1, 0) {
            @Override
            Outcome prepare(Deployer deployer) {
                return deployer.deploy(Requests.deploy("web", Samples.TWO));
            }

            @Override
            Underway<RosOperation> begin(Deployer deployer, Outcome prepared, RosOperation operation) {
                return deployer.begin(Requests.plan("web", Samples.TWO).deletions(PlanPolicy.REFUSE), operation);
            }
        },
        DEPLOY_CREATION("CREATE_COMPLETE", 1, 0, 1) {
            @Override
            Outcome prepare(Deployer deployer) {
                return deployer.plan(Requests.plan("web", Samples.TWO));
            }

            @Override
            Underway<RosOperation> begin(Deployer deployer, Outcome prepared, RosOperation operation) {
                return deployer.begin(Requests.execute(prepared), operation);
            }
        },
        DEPLOY_UPDATE("UPDATE_COMPLETE", 1, 0, 1) {
            @Override
            Outcome prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
                return deployer.plan(Requests.plan("web", Samples.TWO));
            }

            @Override
            Underway<RosOperation> begin(Deployer deployer, Outcome prepared, RosOperation operation) {
                return deployer.begin(Requests.execute(prepared), operation);
            }
        },
        DISCARD_CREATION("", 1, 1, 0) {
            @Override
            Outcome prepare(Deployer deployer) {
                return deployer.plan(Requests.plan("web", Samples.TWO));
            }

            @Override
            Underway<RosOperation> begin(Deployer deployer, Outcome prepared, RosOperation operation) {
                return deployer.begin(Requests.discard(prepared), operation);
            }
        };

        private final String status;
        private final int made;
        private final int removed;
        private final int executed;

        Deed(String status, int made, int removed, int executed) {
            this.status = status;
            this.made = made;
            this.removed = removed;
            this.executed = executed;
        }

        Outcome prepare(Deployer deployer) {
            return null;
        }

        abstract Underway<RosOperation> begin(Deployer deployer, Outcome prepared, RosOperation operation);
    }

    @TestFactory
    Stream<DynamicTest> aDeedIsDoneOnceWhateverHappens() throws Exception {
        Stream<DynamicTest> tests = Stream.of();
        for (Deed deed : Deed.values()) {
            Boundaries counted = count(deed);
            assertThat(counted.events()).isGreaterThan(5);
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
            Outcome prepared = deed.prepare(deployer);
            Boundaries boundaries = Boundaries.counting();
            deployer.api = api -> CrashTest.lossy(api, boundaries);
            deployer.journal =
                    boundaries.around(SavedBuild.files(home, deed + " counted").journal());
            deed.begin(deployer, prepared, new RosOperation()).outcome();
            return boundaries;
        }
    }

    private void survives(Deed deed, String what, Boundaries boundaries) throws Exception {
        try (Deployer deployer = Deployer.start()) {
            Outcome prepared = deed.prepare(deployer);
            DeploymentFiles files = SavedBuild.files(home, deed + " " + what);
            deployer.api = api -> CrashTest.lossy(api, boundaries);
            deployer.journal = boundaries.around(files.journal());
            Outcome outcome;
            try {
                outcome = deed.begin(deployer, prepared, new RosOperation()).outcome();
            } catch (Crash crash) {
                deployer.restart();
                deployer.api = real -> real;
                deployer.journal = files.journal();
                outcome = deed.begin(
                                deployer,
                                prepared,
                                files.operation(RosOperation.class).orElseGet(RosOperation::new))
                        .outcome();
            }

            assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
            assertThat(deployer.status("web")).isEqualTo(deed.status);
            assertThat(deployer.ros.effects("CreateChangeSet")).hasSize(deed.made);
            assertThat(deployer.ros.effects("DeleteChangeSet")).hasSize(deed.removed);
            assertThat(deployer.ros.effects("ExecuteChangeSet")).hasSize(deed.executed);
            Outcome saved = files.operation(RosOperation.class).orElseThrow().outcome();
            assertThat(saved.kind()).isEqualTo(Outcome.Kind.SUCCESS);
            if (deed.name().startsWith("PLAN")) {
                assertThat(Plan.of(saved.facts()).digest())
                        .isEqualTo(Plan.of(outcome.facts()).digest());
            }
        }
    }
}
