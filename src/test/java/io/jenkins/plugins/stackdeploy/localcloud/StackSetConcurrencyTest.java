package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.A;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.B;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.SET;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.TEMPLATE;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.refusal;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.stackdeploy.localcloud.fault.Fault;
import io.jenkins.plugins.stackdeploy.localcloud.fault.FaultKind;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.ReplayAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.model.CreatedButModifiedException;
import software.amazon.awssdk.services.cloudformation.model.LimitExceededException;
import software.amazon.awssdk.services.cloudformation.model.NameAlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.OperationIdAlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.OperationInProgressException;
import software.amazon.awssdk.services.cloudformation.model.OperationNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationSummary;
import software.amazon.awssdk.services.cloudformation.model.StaleRequestException;

/** What happens when requests come twice, at the same time, or go astray. */
class StackSetConcurrencyTest {
    private static final String EU = "eu-west-1";
    private static final String US = "us-east-1";

    private LocalAwsFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = LocalAwsFixture.withSet();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aSetTakesOneOperationAtATime() {
        String id = fixture.create(List.of(A), List.of(EU));

        assertThat(refused(() -> fixture.create(List.of(B), List.of(EU))))
                .isInstanceOf(OperationInProgressException.class)
                .hasMessageContaining(id);
        fixture.later(60);
        fixture.create(List.of(B), List.of(EU));

        assertThat(fixture.client
                        .listStackSetOperations(r -> r.stackSetName(SET))
                        .summaries())
                .extracting(StackSetOperationSummary::statusAsString)
                .containsExactly("RUNNING", "SUCCEEDED");
        assertThat(fixture.aws.effects("CreateStackInstances")).hasSize(2);
    }

    @Test
    void aRepeatedOperationIdIsAnsweredWithItself() {
        String first = createAs("build-7", A);
        String second = createAs("build-7", A);

        assertThat(second).isEqualTo(first).isEqualTo("build-7");
        assertThat(fixture.aws.count("CreateStackInstances")).isEqualTo(2);
        assertThat(fixture.aws.effects("CreateStackInstances"))
                .singleElement()
                .satisfies(effect -> assertThat(effect.clientToken()).isEqualTo("build-7"));
        assertThat(fixture.aws.operations()).hasSize(1);
        assertThat(refused(() -> createAs("build-7", B))).isInstanceOf(OperationIdAlreadyExistsException.class);
    }

    @Test
    void aRepeatedOperationIdIsRefusedIfToldTo() throws Exception {
        try (LocalAwsFixture strict =
                new LocalAwsFixture(LocalAws.builder().replayAnswers(ReplayAnswer.ALREADY_EXISTS))) {
            strict.createSet();
            strict.create(r -> r.accounts(A).regions(EU).operationId("x"));
            assertThat(refusal(
                            () -> strict.create(r -> r.accounts(A).regions(EU).operationId("x"))))
                    .isEqualTo("409 OperationIdAlreadyExistsException");
        }
        try (LocalAwsFixture busy =
                new LocalAwsFixture(LocalAws.builder().replayAnswers(ReplayAnswer.IN_PROGRESS_WHILE_RUNNING))) {
            busy.createSet();
            busy.create(r -> r.accounts(A).regions(EU).operationId("x"));
            assertThat(refusal(() -> busy.create(r -> r.accounts(A).regions(EU).operationId("x"))))
                    .isEqualTo("409 OperationInProgressException");
            busy.later(60);
            assertThat(refusal(() -> busy.create(r -> r.accounts(A).regions(EU).operationId("x"))))
                    .isEqualTo("409 OperationIdAlreadyExistsException");
        }
    }

    @Test
    void anOperationIsLookedUpInItsSetOnly() {
        createAs("build-7", A);
        fixture.client.createStackSet(r -> r.stackSetName("other").templateBody(TEMPLATE));

        assertThat(refused(() -> fixture.client.describeStackSetOperation(
                        r -> r.stackSetName("other").operationId("build-7"))))
                .isInstanceOf(OperationNotFoundException.class);
    }

    @Test
    void aTokenCreatesASetOnce() {
        String first = createSet("t-1", "Same.");

        assertThat(createSet("t-1", "Same.")).isEqualTo(first);
        assertThat(refused(() -> createSet("t-1", "Other."))).isInstanceOf(CreatedButModifiedException.class);
        assertThat(refused(() -> createSet("t-2", "Same."))).isInstanceOf(NameAlreadyExistsException.class);
        assertThat(fixture.aws.effects("CreateStackSet")).hasSize(2);
    }

    @Test
    void managedExecutionRunsWhatDoesNotConflictAndQueuesTheRest() {
        fixture.updateSet(r -> r.usePreviousTemplate(true).managedExecution(m -> m.active(true)));
        fixture.later(60);

        String first = createAs("a", A);
        String beside = createAs("b", B);
        String behind = fixture.updateSet(r -> r.usePreviousTemplate(true)
                .parameters(p -> p.parameterKey("Env").parameterValue("prod"))
                .operationId("c"));

        assertThat(List.of(fixture.status(first), fixture.status(beside), fixture.status(behind)))
                .containsExactly("RUNNING", "RUNNING", "QUEUED");
        fixture.later(25);
        assertThat(List.of(fixture.status(first), fixture.status(behind))).containsExactly("SUCCEEDED", "RUNNING");
        assertThat(fixture.results(behind)).hasSize(2);
        fixture.later(60);
        assertThat(fixture.status(behind)).isEqualTo("SUCCEEDED");
        assertThat(fixture.instances().values()).containsOnly("CURRENT SUCCEEDED");
    }

    @Test
    void aQueuedOperationCanBeStopped() {
        fixture.updateSet(r -> r.usePreviousTemplate(true).managedExecution(m -> m.active(true)));
        fixture.later(60);
        createAs("a", A);
        createAs("b", A);

        fixture.client.stopStackSetOperation(r -> r.stackSetName(SET).operationId("b"));

        assertThat(fixture.status("b")).isEqualTo("STOPPED");
        fixture.later(60);
        assertThat(fixture.status("a")).isEqualTo("SUCCEEDED");
        assertThat(fixture.results("b")).isEmpty();
    }

    @Test
    void tooManyInstancesAreRefused() throws Exception {
        try (LocalAwsFixture small =
                new LocalAwsFixture(LocalAws.builder().stackSets(o -> o.withMaxInstancesPerOperation(3)))) {
            small.createSet();

            assertThat(refused(() -> small.create(List.of(A, B), List.of(EU, US))))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("StackSet operations cannot involve more than 3");
            small.create(List.of(A, B), List.of(EU));
        }
    }

    @Test
    void resultsLagBehindWhenToldTo() throws Exception {
        try (LocalAwsFixture lagging =
                new LocalAwsFixture(LocalAws.builder().stackSets(o -> o.withResultsLag(Duration.ofSeconds(10))))) {
            lagging.createSet();
            String id = lagging.create(List.of(A), List.of(EU));

            lagging.later(9);
            assertThat(lagging.results(id)).isEmpty();
            lagging.later(15);
            assertThat(lagging.status(id)).isEqualTo("SUCCEEDED");
            assertThat(lagging.results(id)).isEqualTo(Map.of(A + "/" + EU, "RUNNING"));
            lagging.later(10);
            assertThat(lagging.results(id)).isEqualTo(Map.of(A + "/" + EU, "SUCCEEDED"));
        }
    }

    @Test
    void aStaleRequestIsRefusedOnDemand() {
        fixture.aws.faults().add(Fault.refusal("UpdateStackSet", 409, "StaleRequestException", "Modified meanwhile."));

        assertThat(refused(() -> fixture.updateSet(r -> r.usePreviousTemplate(true))))
                .isInstanceOf(StaleRequestException.class);
        assertThat(fixture.aws.effects("UpdateStackSet")).isEmpty();
        fixture.updateSet(r -> r.usePreviousTemplate(true));
    }

    @Test
    void aLostAnswerIsAnOperationNevertheless() {
        fixture.aws.faults().add(Fault.of(FaultKind.DROP_BEFORE_EFFECT, "CreateStackInstances"));
        fixture.aws.faults().add(Fault.of(FaultKind.DROP_AFTER_EFFECT, "CreateStackInstances"));

        assertThat(catchThrowable(() -> createAs("x", A))).isInstanceOf(SdkClientException.class);
        assertThat(fixture.aws.effects("CreateStackInstances")).isEmpty();
        assertThat(catchThrowable(() -> createAs("x", A))).isInstanceOf(SdkClientException.class);
        assertThat(createAs("x", A)).isEqualTo("x");
        assertThat(fixture.aws.effects("CreateStackInstances")).hasSize(1);
    }

    @Test
    void faultsSpeakAsCloudFormationDoes() {
        for (FaultKind kind : List.of(
                FaultKind.INTERNAL_ERROR,
                FaultKind.SERVICE_UNAVAILABLE,
                FaultKind.SERVICE_UNAVAILABLE_AFTER_EFFECT,
                FaultKind.THROTTLING)) {
            fixture.aws.faults().add(Fault.of(kind, "ListStackSets"));
        }
        fixture.aws.faults().add(Fault.of(FaultKind.BAD_GATEWAY, "ListStackSets"));

        assertThat(refusal(fixture.client::listStackSets)).isEqualTo("500 InternalFailure");
        assertThat(refusal(fixture.client::listStackSets)).isEqualTo("503 ServiceUnavailable");
        assertThat(refusal(fixture.client::listStackSets)).isEqualTo("503 ServiceUnavailable");
        assertThat(refused(fixture.client::listStackSets)).hasMessageContaining("Rate exceeded");
        assertThat(refused(fixture.client::listStackSets).statusCode()).isEqualTo(502);
        assertThat(fixture.client.listStackSets().summaries()).hasSize(1);
    }

    @Test
    void callsAreThrottledByTheSecond() throws Exception {
        try (LocalAwsFixture throttled = new LocalAwsFixture(LocalAws.builder().throttling(2))) {
            throttled.client.listStackSets();
            throttled.client.listStackSets();

            assertThat(refusal(throttled.client::listStackSets)).isEqualTo("400 Throttling");
            throttled.later(1);
            throttled.client.listStackSets();
        }
    }

    private String createAs(String operationId, String account) {
        return fixture.create(r -> r.accounts(account).regions(EU).operationId(operationId));
    }

    private String createSet(String token, String description) {
        return fixture.client
                .createStackSet(r -> r.stackSetName("once")
                        .templateBody(TEMPLATE)
                        .description(description)
                        .clientRequestToken(token))
                .stackSetId();
    }
}
