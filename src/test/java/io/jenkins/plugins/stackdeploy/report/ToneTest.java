package io.jenkins.plugins.stackdeploy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {
    @ParameterizedTest
    @CsvSource({
        "CREATE_IN_PROGRESS, RUNNING",
        "CREATE_ROLLBACK_IN_PROGRESS, RUNNING",
        "CREATE_COMPLETE, DONE",
        "DELETE_COMPLETE, DONE",
        "IMPORT_UPDATE_COMPLETE, DONE",
        "CREATE_ROLLBACK_COMPLETE, UNDONE",
        "ROLLBACK_COMPLETE, UNDONE",
        "UPDATE_FAILED, FAILED",
        "ROLLBACK_FAILED, FAILED",
        "REVIEW_IN_PROGRESS, WAITING",
        "PENDING, WAITING",
        "RUNNING, RUNNING",
        "SUCCEEDED, DONE",
        "CURRENT, DONE",
        "FAILED, FAILED",
        "INOPERABLE, FAILED",
        "CANCELLED, UNDONE",
        "SKIPPED_SUSPENDED_ACCOUNT, UNDONE",
        "SOMETHING_NEW, WAITING",
        ", WAITING"
    })
    void aStatusHasATone(String status, Tone tone) {
        assertThat(Tone.of(status)).isEqualTo(tone);
    }
}
