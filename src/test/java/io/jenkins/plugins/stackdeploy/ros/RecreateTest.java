package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.engine.Underway;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailOn;
import io.jenkins.plugins.stackdeploy.localcloud.stack.FailureRule;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecreateTest {
    private Deployer deployer;

    /** How a stack comes into a state that it cannot be updated from. */
    enum Wreck {
        CREATE_FAILED {
            @Override
            void make(Deployer deployer) throws Exception {
                deployer.deploy(
                        Requests.deploy("web", Samples.failing("CREATE")).withoutRollback());
            }
        },
        CREATE_ROLLBACK_COMPLETE {
            @Override
            void make(Deployer deployer) throws Exception {
                deployer.deploy(Requests.deploy("web", Samples.failing("CREATE")));
            }
        },
        DELETE_FAILED {
            @Override
            void make(Deployer deployer) throws Exception {
                deployer.deploy(Requests.deploy("web", Samples.TWO));
                deployer.ros.failures().add(new FailureRule("web", "A", FailOn.DELETE, "Bucket is not empty"));
                deployer.delete(Requests.delete("web"));
                deployer.ros.failures().clear();
            }
        },
        /** An empty shell: a change set that was never executed. */
        REVIEW_IN_PROGRESS {
            @Override
            void make(Deployer deployer) throws Exception {
                deployer.call(
                        "CreateChangeSet",
                        "ChangeSetType",
                        "CREATE",
                        "ChangeSetName",
                        "plan",
                        "StackName",
                        "web",
                        "TimeoutInMinutes",
                        "60",
                        "TemplateBody",
                        Samples.TWO);
            }
        };

        abstract void make(Deployer deployer) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private int effects(String action) {
        return deployer.ros.effects(action).size();
    }

    @ParameterizedTest
    @EnumSource(Wreck.class)
    void whatCannotBeUpdatedIsDeletedAndCreatedAgainWhenThatIsAllowed(Wreck wreck) throws Exception {
        wreck.make(deployer);
        assertThat(deployer.status("web")).isEqualTo(wreck.name());
        int created = effects("CreateStack");
        int deleted = effects("DeleteStack");

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO).recreate());

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("action", "RECREATE").containsEntry("status", "CREATE_COMPLETE");
        assertThat(effects("DeleteStack") - deleted).isEqualTo(1);
        assertThat(effects("CreateStack") - created).isEqualTo(1);
        assertThat(deployer.status("web")).isEqualTo("CREATE_COMPLETE");
        assertThat(deployer.console()).contains("Stack \"web\" is " + wreck + ": deleting what is left of it");
    }

    @ParameterizedTest
    @EnumSource(Wreck.class)
    void whatCannotBeUpdatedIsRefusedAndLeftAloneOtherwise(Wreck wreck) throws Exception {
        wreck.make(deployer);
        int deleted = effects("DeleteStack");

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message())
                .contains("is " + wreck + ": it cannot be updated")
                .contains("recreate: true");
        assertThat(outcome.facts()).containsKey("stackId").containsEntry("changed", false);
        assertThat(effects("DeleteStack")).isEqualTo(deleted);
        assertThat(effects("UpdateStack")).isZero();
        assertThat(deployer.status("web")).isEqualTo(wreck.name());
    }

    @Test
    void aHealthyStackIsUpdatedAlthoughItMightBeRecreated() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));

        Outcome outcome =
                deployer.deploy(Requests.deploy("web", Samples.TWO_CHANGED).recreate());

        assertThat(outcome.facts()).containsEntry("action", "UPDATE");
        assertThat(effects("DeleteStack")).isZero();
    }

    @Test
    void aFailedCreationThatIsAboutToRollBackIsWaitedForBeforeItIsCleared() throws Exception {
        deployer.call("CreateStack", "StackName", "web", "TemplateBody", Samples.failing("CREATE"));
        deployer.time.pass(Duration.ofSeconds(7));
        assertThat(deployer.status("web")).isEqualTo("CREATE_FAILED");

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO).recreate());

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(effects("DeleteStack")).isEqualTo(1);
    }

    @Test
    void aStackThatSomebodyRepairedMeanwhileIsNotCleared() throws Exception {
        Wreck.CREATE_FAILED.make(deployer);
        Underway<RosOperation> underway =
                deployer.begin(Requests.deploy("web", Samples.TWO).recreate());
        underway.until(() -> underway.operation.phase == RosOperation.Phase.CLEARING);
        deployer.restart();
        deployer.call("ContinueCreateStack", "StackId", underway.operation.stackId, "TemplateBody", Samples.TWO);
        deployer.time.pass(Duration.ofMinutes(5));
        assertThat(deployer.status("web")).isEqualTo("CREATE_COMPLETE");

        Outcome outcome = deployer.begin(
                        Requests.deploy("web", Samples.TWO_CHANGED).recreate(), underway.operation)
                .outcome();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(outcome.facts()).containsEntry("action", "UPDATE");
        assertThat(effects("DeleteStack")).isZero();
    }

    @Test
    void whatCannotBeDeletedEndsTheDeploymentWithTheReason() throws Exception {
        Wreck.CREATE_FAILED.make(deployer);
        deployer.ros.failures().add(new FailureRule("web", "A", FailOn.DELETE, "Bucket is not empty"));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO).recreate());

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message())
                .contains("could not be deleted to be created again")
                .contains("not empty");
        assertThat(effects("CreateStack")).isEqualTo(1);
    }

    @Test
    void aProtectedStackIsNotCleared() throws Exception {
        deployer.deploy(Requests.deploy("web", Samples.failing("CREATE")).deletionProtection(true));

        Outcome outcome = deployer.deploy(Requests.deploy("web", Samples.TWO).recreate());

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("protected from deletion");
        assertThat(deployer.ros.count("DeleteStack")).isZero();
    }
}
