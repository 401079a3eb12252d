package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.kills.KillEverywhere;
import io.jenkins.plugins.stackdeploy.plan.PlanPolicy;
import java.nio.file.Path;
import java.util.Map;
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
        PLAN_CREATION("REVIEW_IN_PROGRESS", Map.of("CreateChangeSet", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                return (d, facts) -> d.begin(Requests.plan("web", Samples.TWO), facts);
            }
        },
        PLAN_UPDATE("CREATE_COMPLETE", Map.of("CreateStack", 1, "CreateChangeSet", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
                return (d, facts) -> d.begin(Requests.plan("web", Samples.TWO), facts);
            }
        },
        /** There is nothing to change: what was made for the plan is removed again. */
        PLAN_NOTHING("CREATE_COMPLETE", Map.of("CreateStack", 1, "CreateChangeSet", 1, "DeleteChangeSet", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO));
                return (d, facts) -> d.begin(Requests.plan("web", Samples.TWO).deletions(PlanPolicy.REFUSE), facts);
            }
        },
        DEPLOY_CREATION("CREATE_COMPLETE", Map.of("CreateChangeSet", 1, "ExecuteChangeSet", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                Outcome plan = deployer.plan(Requests.plan("web", Samples.TWO));
                return (d, facts) -> d.begin(Requests.execute(plan), facts);
            }
        },
        DEPLOY_UPDATE("UPDATE_COMPLETE", Map.of("CreateStack", 1, "CreateChangeSet", 1, "ExecuteChangeSet", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
                Outcome plan = deployer.plan(Requests.plan("web", Samples.TWO));
                return (d, facts) -> d.begin(Requests.execute(plan), facts);
            }
        },
        /** The shell of a stack that was made for the plan goes with it. */
        DISCARD_CREATION("", Map.of("CreateChangeSet", 1, "DeleteChangeSet", 1, "DeleteStack", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                Outcome plan = deployer.plan(Requests.plan("web", Samples.TWO));
                return (d, facts) -> d.begin(Requests.discard(plan), facts);
            }
        },
        DISCARD_UPDATE("CREATE_COMPLETE", Map.of("CreateStack", 1, "CreateChangeSet", 1, "DeleteChangeSet", 1)) {
            @Override
            RosWorld.Deed prepare(Deployer deployer) {
                deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED));
                Outcome plan = deployer.plan(Requests.plan("web", Samples.TWO));
                return (d, facts) -> d.begin(Requests.discard(plan), facts);
            }
        };

        private final RosWorld.End end;

        Deed(String status, Map<String, Integer> effects) {
            this.end = new RosWorld.End(status, effects);
        }

        abstract RosWorld.Deed prepare(Deployer deployer);

        RosWorld world() throws Exception {
            return new RosWorld(this::prepare, end, outcome -> assertThat(outcome.succeeded())
                    .as(outcome.message())
                    .isTrue());
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
}
