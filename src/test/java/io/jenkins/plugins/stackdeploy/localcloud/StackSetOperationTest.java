package io.jenkins.plugins.stackdeploy.localcloud;

import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.A;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.B;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.C;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.D;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.SET;
import static io.jenkins.plugins.stackdeploy.localcloud.LocalAwsFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.localcloud.stackset.InstanceFailure;
import io.jenkins.plugins.stackdeploy.localcloud.stackset.OperationAction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.RegionConcurrencyType;
import software.amazon.awssdk.services.cloudformation.model.StackInstance;

class StackSetOperationTest {
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
    void accountsFollowOneAnotherAndRegionsToo() {
        String id =
                fixture.create(r -> r.accounts(B, A).regions(EU, US).operationPreferences(p -> p.regionOrder(US, EU)));

        assertThat(fixture.results(id).values()).containsOnly("PENDING");
        fixture.later(3);
        assertThat(fixture.results(id))
                .isEqualTo(Map.of(
                        key(A, US), "RUNNING", key(B, US), "PENDING", key(A, EU), "PENDING", key(B, EU), "PENDING"));
        fixture.later(20);
        assertThat(fixture.results(id))
                .isEqualTo(Map.of(
                        key(A, US), "SUCCEEDED", key(B, US), "RUNNING", key(A, EU), "PENDING", key(B, EU), "PENDING"));
        assertThat(fixture.status(id)).isEqualTo("RUNNING");
        fixture.later(60);
        assertThat(fixture.status(id)).isEqualTo("SUCCEEDED");
        assertThat(fixture.operation(id).endTimestamp()).isEqualTo(fixture.clock.instant());
        assertThat(fixture.instances().values()).hasSize(4).containsOnly("CURRENT SUCCEEDED");
    }

    @Test
    void withoutARegionOrderRegionsComeInAlphabeticalOrder() {
        String id = fixture.create(List.of(A), List.of(US, EU));

        fixture.later(3);

        assertThat(fixture.results(id)).isEqualTo(Map.of(key(A, EU), "RUNNING", key(A, US), "PENDING"));
    }

    @Test
    void regionsRunSideBySideWhenAskedTo() {
        String id = fixture.create(r -> r.accounts(A)
                .regions(EU, US)
                .operationPreferences(p -> p.regionConcurrencyType(RegionConcurrencyType.PARALLEL)));

        fixture.later(3);

        assertThat(fixture.results(id).values()).containsOnly("RUNNING");
    }

    @Test
    void aFailureBeyondTheToleranceCancelsTheRestOfTheRegionAndAllLaterRegions() {
        fixture.aws.failures().add(InstanceFailure.always(SET, B, EU, "No execution role."));

        String id = fixture.create(List.of(A, B, C), List.of(EU, US));
        fixture.later(600);

        assertThat(fixture.status(id)).isEqualTo("FAILED");
        assertThat(fixture.operation(id).statusDetails().failedStackInstancesCount())
                .isEqualTo(1);
        assertThat(fixture.results(id))
                .containsEntry(key(A, EU), "SUCCEEDED")
                .containsEntry(key(B, EU), "FAILED")
                .containsEntry(key(C, EU), "CANCELLED")
                .containsEntry(key(A, US), "CANCELLED");
        assertThat(fixture.reasons(id))
                .containsEntry(key(B, EU), "No execution role.")
                .containsEntry(key(C, EU), "Cancelled since failure tolerance has exceeded");
        assertThat(fixture.instances())
                .containsEntry(key(A, EU), "CURRENT SUCCEEDED")
                .containsEntry(key(B, EU), "OUTDATED FAILED")
                .containsEntry(key(C, US), "OUTDATED CANCELLED");
        assertThat(fixture.instance(B, EU).stackId()).isNull();
        assertThat(fixture.instance(B, EU).statusReason()).isEqualTo("No execution role.");
    }

    @Test
    void anOperationSucceedsDespiteFailuresWithinTheTolerance() {
        fixture.aws.failures().add(InstanceFailure.always(SET, A, "*", "Full.").of("Queue"));

        String id = fixture.create(
                r -> r.accounts(A, B).regions(EU, US).operationPreferences(p -> p.failureToleranceCount(1)
                        .maxConcurrentCount(2)));
        fixture.later(600);

        assertThat(fixture.status(id)).isEqualTo("SUCCEEDED");
        assertThat(fixture.operation(id).statusDetails().failedStackInstancesCount())
                .isEqualTo(2);
        assertThat(fixture.reasons(id))
                .containsEntry(
                        key(A, EU),
                        "ResourceLogicalId:Queue, ResourceType:AWS::SQS::Queue, ResourceStatusReason:Full..");
        assertThat(fixture.instance(A, EU).stackId())
                .startsWith("arn:aws:cloudformation:eu-west-1:" + A + ":stack/StackSet-net-");
    }

    @Test
    void aFailureThatIsOrderedOnceIsOverWithTheNextOperation() {
        fixture.aws.failures().add(InstanceFailure.always("*", "*", EU, "Once.").times(1));

        String failed = fixture.create(List.of(A), List.of(EU));
        fixture.later(60);
        String retried = fixture.create(List.of(A), List.of(EU));
        fixture.later(60);

        assertThat(fixture.status(failed)).isEqualTo("FAILED");
        assertThat(fixture.status(retried)).isEqualTo("SUCCEEDED");
        assertThat(fixture.instances()).isEqualTo(Map.of(key(A, EU), "CURRENT SUCCEEDED"));
    }

    @Test
    void aStoppedOperationFinishesWhatItHasBegunAndNothingElse() {
        String id = fixture.create(List.of(A, B), List.of(EU));
        fixture.later(5);

        fixture.client.stopStackSetOperation(r -> r.stackSetName(SET).operationId(id));

        assertThat(fixture.status(id)).isEqualTo("STOPPING");
        assertThat(fixture.results(id).get(key(A, EU))).isEqualTo("RUNNING");
        fixture.later(60);
        assertThat(fixture.status(id)).isEqualTo("STOPPED");
        assertThat(fixture.results(id)).isEqualTo(Map.of(key(A, EU), "SUCCEEDED", key(B, EU), "CANCELLED"));
        assertThat(fixture.instances())
                .isEqualTo(Map.of(key(A, EU), "CURRENT SUCCEEDED", key(B, EU), "OUTDATED CANCELLED"));
        assertThat(refusal(() -> fixture.client.stopStackSetOperation(
                        r -> r.stackSetName(SET).operationId(id))))
                .isEqualTo("400 InvalidOperationException");
    }

    @Test
    void anUpdateOfSomeInstancesLeavesTheOthersOutdated() {
        fixture.created(List.of(A, B), List.of(EU));

        String id = fixture.updateSet(r -> r.usePreviousTemplate(true)
                .parameters(p -> p.parameterKey("Env").parameterValue("prod"))
                .accounts(A)
                .regions(EU));

        assertThat(fixture.instances())
                .isEqualTo(Map.of(key(A, EU), "OUTDATED PENDING", key(B, EU), "OUTDATED SUCCEEDED"));
        fixture.later(60);
        assertThat(fixture.status(id)).isEqualTo("SUCCEEDED");
        assertThat(fixture.instances())
                .isEqualTo(Map.of(key(A, EU), "CURRENT SUCCEEDED", key(B, EU), "OUTDATED SUCCEEDED"));
    }

    @Test
    void anUpdateThatChangesNoStackLeavesTheOthersAsTheyAre() {
        fixture.created(List.of(A, B), List.of(EU));

        fixture.updateSet(r -> r.usePreviousTemplate(true)
                .description("The same stacks.")
                .accounts(A)
                .regions(EU));
        fixture.later(60);

        assertThat(fixture.instances().values()).containsOnly("CURRENT SUCCEEDED");
    }

    @Test
    void aFailedUpdateLeavesTheSetOnTheNewTemplate() {
        fixture.created(List.of(A), List.of(EU));
        fixture.aws.failures().add(InstanceFailure.always(SET, A, EU, "No.").on(OperationAction.UPDATE));
        String changed = LocalAwsFixture.TEMPLATE.replace("Queue:", "Other:");

        String id = fixture.updateSet(r -> r.templateBody(changed));
        fixture.later(60);

        assertThat(fixture.status(id)).isEqualTo("FAILED");
        assertThat(fixture.client
                        .describeStackSet(r -> r.stackSetName(SET))
                        .stackSet()
                        .templateBody())
                .isEqualTo(changed);
        assertThat(fixture.instances()).isEqualTo(Map.of(key(A, EU), "OUTDATED FAILED"));
    }

    @Test
    void anInstanceWhoseDeletionFailedIsInoperableUntilItsStackIsRetained() {
        fixture.created(List.of(A, B), List.of(EU));
        fixture.aws
                .failures()
                .add(InstanceFailure.always(SET, A, EU, "In use.").of("Queue").on(OperationAction.DELETE));

        fixture.delete(r ->
                r.accounts(A, B).regions(EU).retainStacks(false).operationPreferences(p -> p.failureToleranceCount(1)));
        fixture.later(60);
        assertThat(fixture.instances()).isEqualTo(Map.of(key(A, EU), "INOPERABLE INOPERABLE"));

        String update = fixture.updateSet(r -> r.usePreviousTemplate(true)
                .parameters(p -> p.parameterKey("Env").parameterValue("prod")));
        fixture.later(60);
        assertThat(fixture.results(update)).isEmpty();
        assertThat(fixture.instances()).isEqualTo(Map.of(key(A, EU), "INOPERABLE INOPERABLE"));

        fixture.delete(r -> r.accounts(A).regions(EU).retainStacks(true));
        fixture.later(60);
        assertThat(fixture.instances()).isEmpty();
        fixture.client.deleteStackSet(r -> r.stackSetName(SET));
        assertThat(refusal(() -> fixture.client.describeStackSet(r -> r.stackSetName(SET))))
                .isEqualTo("404 StackSetNotFoundException");
    }

    @Test
    void someInstancesTakeLonger() {
        fixture.aws.durations().set(A, "*", 300);

        String id =
                fixture.create(r -> r.accounts(A, B).regions(EU).operationPreferences(p -> p.failureToleranceCount(1)
                        .maxConcurrentCount(2)));
        fixture.later(60);

        assertThat(fixture.results(id)).isEqualTo(Map.of(key(A, EU), "RUNNING", key(B, EU), "SUCCEEDED"));
    }

    @Test
    void driftIsLookedForInstanceByInstance() {
        fixture.created(List.of(A, B), List.of(EU));

        String id = fixture.client.detectStackSetDrift(r -> r.stackSetName(SET)).operationId();
        assertThat(fixture.operation(id).actionAsString()).isEqualTo("DETECT_DRIFT");
        fixture.later(60);

        assertThat(fixture.status(id)).isEqualTo("SUCCEEDED");
        StackInstance instance = fixture.instance(A, EU);
        assertThat(instance.driftStatusAsString()).isEqualTo("IN_SYNC");
        assertThat(instance.statusAsString()).isEqualTo("CURRENT");
        assertThat(fixture.client
                        .describeStackSet(r -> r.stackSetName(SET))
                        .stackSet()
                        .stackSetDriftDetectionDetails()
                        .totalStackInstancesCount())
                .isEqualTo(2);
    }

    @Test
    void aStrictOperationOfManyRunsOneByOneWithoutTolerance() {
        String id = fixture.create(
                r -> r.accounts(A, B, C, D).regions(EU).operationPreferences(p -> p.maxConcurrentCount(4)));
        fixture.later(3);
        assertThat(fixture.results(id).values()).containsExactly("RUNNING", "PENDING", "PENDING", "PENDING");

        fixture.later(600);
        String soft = fixture.updateSet(r -> r.usePreviousTemplate(true)
                .operationPreferences(p -> p.maxConcurrentCount(4).concurrencyMode("SOFT_FAILURE_TOLERANCE")));
        fixture.later(3);
        assertThat(fixture.results(soft).values()).containsOnly("RUNNING");
    }

    private static String key(String account, String region) {
        return account + "/" + region;
    }
}
