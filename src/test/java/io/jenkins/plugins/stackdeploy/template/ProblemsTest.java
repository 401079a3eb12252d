package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Problem LATE = Problem.error("late", new Position(12, 3));
    private static final Problem EARLY = Problem.note("early", new Position(2, 1));
    private static final Problem NOWHERE = Problem.error("nowhere", null);

    @Test
    void linesAreSortedByPlace() {
        assertThat(Problems.render("main.yaml", List.of(LATE, EARLY, NOWHERE))).isEqualTo("""
                        main.yaml has 3 problems:
                          main.yaml: nowhere
                          main.yaml:2: early
                          main.yaml:12: late""");
        assertThat(Problems.render("main.yaml", List.of(LATE)))
                .isEqualTo("main.yaml has a problem:\n  main.yaml:12: late");
        assertThat(Problems.render("main.yaml", List.of())).isEmpty();
    }

    @Test
    void aFloodIsCutShort() {
        List<Problem> many = IntStream.range(0, 1234)
                .mapToObj(i -> Problem.error("p", new Position(i + 1, 1)))
                .toList();

        assertThat(Problems.render("main.yaml", many).lines())
                .hasSize(102)
                .first()
                .isEqualTo("main.yaml has 1234 problems:");
        assertThat(Problems.render("main.yaml", many)).endsWith("  main.yaml:100: p\n  and 1134 more.");
    }

    @Test
    void notesAreNoErrors() {
        assertThat(Problems.errors(List.of(LATE, EARLY, NOWHERE))).containsExactly(LATE, NOWHERE);
    }
}
