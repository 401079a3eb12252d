package io.jenkins.plugins.stackdeploy.ros;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statuses as the documentation of GetStack lists them, and DELETE_COMPLETE. */
class RosStatusTest {
    private static final String TABLE = """
            CREATE_IN_PROGRESS,                  RUNNING,         true,  USABLE
            CREATE_COMPLETE,                     DONE,            false, USABLE
            CREATE_FAILED,                       FAILED,          false, ONLY_RECREATE
            CREATE_ROLLBACK_IN_PROGRESS,         RUNNING,         true,  USABLE
            CREATE_ROLLBACK_COMPLETE,            ROLLED_BACK,     false, ONLY_RECREATE
            CREATE_ROLLBACK_FAILED,              ROLLBACK_FAILED, false, ONLY_RECREATE
            UPDATE_IN_PROGRESS,                  RUNNING,         true,  USABLE
            UPDATE_COMPLETE,                     DONE,            false, USABLE
            UPDATE_FAILED,                       FAILED,          false, USABLE
            ROLLBACK_IN_PROGRESS,                RUNNING,         true,  USABLE
            ROLLBACK_COMPLETE,                   ROLLED_BACK,     false, USABLE
            ROLLBACK_FAILED,                     ROLLBACK_FAILED, false, USABLE
            DELETE_IN_PROGRESS,                  RUNNING,         true,  USABLE
            DELETE_COMPLETE,                     DELETED,         false, USABLE
            DELETE_FAILED,                       ENDED_BADLY,     false, ONLY_RECREATE
            CHECK_IN_PROGRESS,                   RUNNING,         true,  USABLE
            CHECK_COMPLETE,                      DONE,            false, USABLE
            CHECK_FAILED,                        ENDED_BADLY,     false, USABLE
            IMPORT_CREATE_IN_PROGRESS,           RUNNING,         true,  USABLE
            IMPORT_CREATE_COMPLETE,              DONE,            false, USABLE
            IMPORT_CREATE_FAILED,                FAILED,          false, ONLY_RECREATE
            IMPORT_CREATE_ROLLBACK_IN_PROGRESS,  RUNNING,         true,  USABLE
            IMPORT_CREATE_ROLLBACK_COMPLETE,     ROLLED_BACK,     false, ONLY_RECREATE
            IMPORT_CREATE_ROLLBACK_FAILED,       ROLLBACK_FAILED, false, ONLY_RECREATE
            IMPORT_UPDATE_IN_PROGRESS,           RUNNING,         true,  USABLE
            IMPORT_UPDATE_COMPLETE,              DONE,            false, USABLE
            IMPORT_UPDATE_FAILED,                FAILED,          false, USABLE
            IMPORT_UPDATE_ROLLBACK_IN_PROGRESS,  RUNNING,         true,  USABLE
            IMPORT_UPDATE_ROLLBACK_COMPLETE,     ROLLED_BACK,     false, USABLE
            IMPORT_UPDATE_ROLLBACK_FAILED,       ROLLBACK_FAILED, false, USABLE
            REVIEW_IN_PROGRESS,                  EMPTY,           false, ONLY_RECREATE
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE)
    void everyDocumentedStatusIsRead(String name, RosStatus.Phase phase, boolean moving, LeftBehind leftBehind) {
        assertThat(RosStatus.of(name)).map(RosStatus::phase).hasValue(phase);
        assertThat(RosStatus.isMoving(name)).isEqualTo(moving);
        assertThat(LeftBehind.of(stack(name))).isEqualTo(leftBehind);
    }

    @Test
    void theTableHoldsEveryStatusThatIsKnown() {
        List<String> listed = TABLE.lines().map(line -> line.split(",")[0]).toList();

        Stream<String> known = Arrays.stream(RosStatus.values()).map(RosStatus::name);
        assertThat(known).containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "create_complete", "PAUSED_IN_PROGRESS", "CREATE_COMPLETE "})
    void anUnknownStatusIsNeverTheEndAndIsNotTakenForRest(String name) {
        assertThat(RosStatus.of(name)).isEmpty();
        assertThat(RosStatus.isMoving(name)).isTrue();
    }

    private static RosStack stack(String status) {
        return new RosStack("id", "name", status, "", "", "", false, "", "", "", Map.of());
    }
}
