package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureSummaryTest {
    @Test
    void theCauseComesFirstWithItsWholeReasonThenTheRestInShort() {
        FailureSummary summary = new FailureSummary(
                "It failed",
                List.of(new FailureSummary.Cause("Child/Db", "RDS", "CREATE_FAILED", "one\ntwo", "main.yaml:7")),
                IntStream.rangeClosed(1, 8).mapToObj(number -> "F" + number).toList(),
                "It was left so.",
                List.of("do this."));

        assertThat(summary.lines())
                .containsExactly(
                        "It failed",
                        "  Child/Db  RDS  CREATE_FAILED  (main.yaml:7)",
                        "    one",
                        "    two",
                        "  8 more were cancelled or rolled back because of that:",
                        "    F1",
                        "    F2",
                        "    F3",
                        "    F4",
                        "    F5",
                        "    and 3 others",
                        "  It was left so.",
                        "  Next: do this.");
    }

    @Test
    void everyLineIsOnePrintableLine() {
        FailureSummary summary = new FailureSummary(
                "It failed",
                List.of(new FailureSummary.Cause("A\nB", "\u001b[31mT", "S\rX", "why\u202e\u0007", null)),
                List.of(),
                null,
                List.of());

        assertThat(summary.lines()).containsExactly("It failed", "  A B  T  S X", "    why");
    }
}
