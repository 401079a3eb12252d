package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.start();
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    @Test
    void aStackIsDescribedWithItsResourcesAndOutputs() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        int before = deployer.ros.requests().size();

        Outcome outcome = deployer.inspect(Requests.status("web", false));

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.facts())
                .containsEntry("exists", true)
                .containsEntry("status", "CREATE_COMPLETE")
                .containsKeys("stackId", "statusReason", "outputs")
                .doesNotContainKeys("action", "changed", "drift");
        assertThat(outcome.facts().get("resources"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(resource -> resource.get("logicalId") + " " + resource.get("status"))
                .containsExactlyInAnyOrder("A CREATE_COMPLETE", "B CREATE_COMPLETE");
        assertThat(deployer.ros.requests().size() - before).isEqualTo(3);
    }

    @Test
    void anAbsentStackIsNoError() {
        Outcome outcome = deployer.inspect(Requests.status("web", true));

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.facts()).containsEntry("exists", false).doesNotContainKey("status");
    }

    @Test
    void whatDriftedIsNamedWithItsDifferences() {
        deployer.deploy(
                Requests.deploy(
                        "web",
                        Samples.TWO.replace(
                                "DependsOn: A",
                                "Properties: {AccessControl: private}, Metadata: {LocalCloud: {Drift: {AccessControl: public-read}}}")));

        Outcome outcome = deployer.inspect(Requests.status("web", true));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        Map<?, ?> drift = (Map<?, ?>) outcome.facts().get("drift");
        assertThat(drift.get("status")).isEqualTo("DRIFTED");
        assertThat((List<?>) drift.get("resources")).singleElement().satisfies(one -> assertThat(one.toString())
                .contains("logicalId=B", "status=MODIFIED", "AccessControl", "public-read"));
        assertThat(deployer.console()).contains("Drift: DRIFTED, 1 resources differ");
        assertThat(deployer.ros.effects("DetectStackDrift")).hasSize(1);
    }

    @Test
    void aDetectionWhoseAnswerWasLostIsNotBegunTwice() {
        deployer.deploy(Requests.deploy("web", Samples.TWO));
        deployer.ros.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "DetectStackDrift"));

        Outcome outcome = deployer.inspect(Requests.status("web", true));

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat((Map<?, ?>) outcome.facts().get("drift"))
                .extracting("status")
                .isEqualTo("IN_SYNC");
        assertThat(deployer.ros.effects("DetectStackDrift")).hasSize(1);
    }

    @Test
    void aBusyStackCannotBeComparedAndIsSaidToBe() throws Exception {
        deployer.call("CreateStack", "StackName", "web", "TemplateBody", Samples.TWO);

        Outcome outcome = deployer.inspect(Requests.status("web", true));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILURE);
        assertThat(outcome.message()).contains("could not be inspected").contains("ActionInProgress");
    }
}
