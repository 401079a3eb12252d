package io.jenkins.plugins.stackdeploy.cloudformation;

import static io.jenkins.plugins.stackdeploy.cloudformation.Requests.topic;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.Outcome;
import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.OperationAction;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of instances that take several calls, and what comes between these. */
class InventoryTest {
    private static final String EAST = "us-east-1";
    private static final String[] ACCOUNTS = IntStream.range(0, 120)
            .mapToObj(number -> Long.toString(100_000_000_000L + number))
            .toArray(String[]::new);

    private Deployer deployer;

    @BeforeEach
    void start() throws Exception {
        deployer = Deployer.inProcess(builder -> builder);
        deployer.succeed(everywhere());
    }

    @AfterEach
    void stop() {
        deployer.close();
    }

    private static Requests.Deploy everywhere() {
        return topic().accounts(ACCOUNTS).regions(EAST).tolerance(119, 120);
    }

    private void refuseToken() {
        deployer.aws
                .faults()
                .add(Fault.refusal("ListStackInstances", 400, "ValidationError", "The token has expired")
                        .after(1));
    }

    @Test
    void listThatWasCutShortIsReadAnewAfterAnotherOperation() {
        deployer.aws.faults().add(new Fault(FaultKind.SERVICE_UNAVAILABLE, "ListStackInstances", 1, 1, Duration.ZERO));
        var underway = deployer.begin(everywhere().get()).until(deployer::faultHappened);
        deployer.direct.deleteStackInstances(request ->
                request.stackSetName("web").accounts(ACCOUNTS[0]).regions(EAST).retainStacks(false));

        Outcome outcome = underway.outcome();

        assertThat(outcome.succeeded()).as(outcome.message()).isTrue();
        assertThat(deployer.console()).contains("DELETE");
        assertThat(deployer.statuses("web")).hasSize(120).containsEntry(ACCOUNTS[0] + "/" + EAST, "CURRENT");
        assertThat(deployer.aws.operations().get(2).action()).isEqualTo(OperationAction.CREATE);
    }

    @Test
    void listGoesOnWhereItWasWhenNothingElseCameBetween() {
        deployer.aws.faults().add(new Fault(FaultKind.SERVICE_UNAVAILABLE, "ListStackInstances", 1, 1, Duration.ZERO));
        int before = deployer.requests();

        Outcome outcome = deployer.succeed(everywhere());

        assertThat(outcome.facts()).containsEntry("changed", false);
        assertThat(deployer.count("ListStackInstances", before)).isEqualTo(3);
    }

    @Test
    void listBeginsAgainWhenItsTokenIsRefused() {
        refuseToken();
        int before = deployer.requests();

        Outcome outcome = deployer.succeed(everywhere());

        assertThat(outcome.facts().get("counts")).hasToString("{CURRENT=120, OUTDATED=0, INOPERABLE=0}");
        assertThat(deployer.count("ListStackInstances", before)).isEqualTo(4);
    }

    @Test
    void listBeginsAgainOnlyOnce() {
        refuseToken();
        refuseToken();
        int before = deployer.requests();

        Outcome outcome = deployer.deploy(everywhere());

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.message()).contains("The token has expired");
        assertThat(deployer.count("ListStackInstances", before)).isEqualTo(4);
    }
}
