package io.jenkins.plugins.stackdeploy.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceDetailedStatus;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationResultStatus;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperationStatus;

/** A status that a new version of the SDK brings makes the first test fail, so that somebody decides what it means. */
class StatusTablesTest {
    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> known(Collection<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    @Test
    void tablesHoldEveryStatusThatTheSdkKnows() {
        assertThat(names(OperationStatus.values()))
                .containsExactlyInAnyOrderElementsOf(known(StackSetOperationStatus.knownValues()));
        assertThat(names(ResultStatus.values()))
                .containsExactlyInAnyOrderElementsOf(known(StackSetOperationResultStatus.knownValues()));
        assertThat(names(InstanceStatus.values()))
                .containsExactlyInAnyOrderElementsOf(known(StackInstanceStatus.knownValues()));
        assertThat(names(DetailedStatus.values()))
                .containsExactlyInAnyOrderElementsOf(known(StackInstanceDetailedStatus.knownValues()));
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, false, false",
        "RUNNING, false, false",
        "STOPPING, false, false",
        "SUCCEEDED, true, false",
        "FAILED, true, true",
        "STOPPED, true, true"
    })
    void operationEndsOnlyAsSucceededFailedOrStopped(OperationStatus status, boolean end, boolean failure) {
        assertThat(status.isEnd()).isEqualTo(end);
        assertThat(status.isFailure()).isEqualTo(failure);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, false, false",
        "RUNNING, false, false",
        "SUCCEEDED, true, false",
        "FAILED, true, true",
        "CANCELLED, true, false"
    })
    void cancelledResultIsAnEndButNoFailureOfItsOwn(ResultStatus status, boolean end, boolean failure) {
        assertThat(status.isEnd()).isEqualTo(end);
        assertThat(status.isFailure()).isEqualTo(failure);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, false, false",
        "RUNNING, false, false",
        "SUCCEEDED, true, false",
        "FAILED, true, true",
        "CANCELLED, true, false",
        "INOPERABLE, true, true",
        "SKIPPED_SUSPENDED_ACCOUNT, true, false",
        "FAILED_IMPORT, true, true"
    })
    void suspendedAccountIsNoFailureOfItsOwn(DetailedStatus status, boolean end, boolean failure) {
        assertThat(status.isEnd()).isEqualTo(end);
        assertThat(status.isFailure()).isEqualTo(failure);
    }

    @ParameterizedTest
    @CsvSource({"CURRENT, true", "OUTDATED, true", "INOPERABLE, false"})
    void onlyInoperableInstancesCannotBeBroughtUpToDate(InstanceStatus status, boolean updatable) {
        assertThat(status.isUpdatable()).isEqualTo(updatable);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "PAUSED", "running"})
    void unknownStatusIsNone(String name) {
        assertThat(OperationStatus.of(name)).isEmpty();
        assertThat(ResultStatus.of(name)).isEmpty();
        assertThat(InstanceStatus.of(name)).isEmpty();
        assertThat(DetailedStatus.of(name)).isEmpty();
    }

    @Test
    void statusIsFoundByItsName() {
        assertThat(OperationStatus.of("QUEUED")).contains(OperationStatus.QUEUED);
        assertThat(ResultStatus.of("CANCELLED")).contains(ResultStatus.CANCELLED);
        assertThat(InstanceStatus.of("OUTDATED")).contains(InstanceStatus.OUTDATED);
        assertThat(DetailedStatus.of("FAILED_IMPORT")).contains(DetailedStatus.FAILED_IMPORT);
    }
}
