package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldLinesTest {
    private final Operation operation = new Operation();
    private final List<String> happened = new ArrayList<>();
    private int printed;
    private boolean diskFull;

    private final PrintedMark mark = new PrintedMark() {
        @Override
        public int last() {
            return printed;
        }

        @Override
        public void printed(int number) {
            printed = number;
        }
    };
    private final HeldLines lines = lines(mark);

    private HeldLines lines(PrintedMark kept) {
        return new HeldLines(
                happened::add,
                facts -> {
                    if (diskFull) {
                        throw new IOException("disk full");
                    }
                    happened.add("saved " + facts.said());
                },
                kept);
    }

    @Test
    void whatIsSaidIsSavedBeforeItIsPrinted() throws IOException {
        lines.line("a");
        lines.line("b");
        assertThat(happened).isEmpty();

        lines.save(operation);

        assertThat(happened).containsExactly("saved [a, b]", "a", "b");
    }

    @Test
    void whatNeedsNoSavingIsPrintedAtTheEndOfTheTurn() throws IOException {
        lines.line("a");
        lines.flush();
        lines.save(operation);

        assertThat(happened).containsExactly("a", "saved []");
    }

    @Test
    void whatCouldNotBeSavedIsHeld() {
        diskFull = true;
        lines.line("a");

        assertThatThrownBy(() -> lines.save(operation)).isInstanceOf(IOException.class);
        assertThat(happened).isEmpty();

        lines.flush();
        assertThat(happened).containsExactly("a");
    }

    @Test
    void afterARestartOnlyWhatWasNotPrintedIsPrinted() throws IOException {
        lines.line("a");
        lines.save(operation);
        happened.clear();

        lines(mark).resume(operation);
        assertThat(happened).isEmpty();

        printed = 0;
        lines(mark).resume(operation);
        lines(mark).resume(operation);
        assertThat(happened).containsExactly("a");
    }

    @Test
    void aSaveThatSaysNothingForgetsWhatWasPrinted() throws IOException {
        lines.line("a");
        lines.save(operation);
        lines.save(operation);

        assertThat(operation.said()).isEmpty();
        assertThat(operation.saidNumber()).isEqualTo(1);
    }

    @Test
    void allIsPrintedAndALittleOfItSaved() throws IOException {
        IntStream.range(0, 10_000).forEach(number -> lines.line("line " + number));
        lines.save(operation);

        assertThat(operation.said()).hasSize(500);
        assertThat(happened).hasSize(10_001);
    }
}
