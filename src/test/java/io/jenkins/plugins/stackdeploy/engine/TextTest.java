package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final String ESC = "\u001b";

    @Test
    void terminalEscapesAreRemovedWhole() {
        assertThat(Text.printable(ESC + "[31mred" + ESC + "[0m")).isEqualTo("red");
        assertThat(Text.printable(ESC + "]0;title\u0007text")).isEqualTo("text");
        assertThat(Text.printable(ESC + "]8;;http://x" + ESC + "\\link")).isEqualTo("link");
        assertThat(Text.printable("a" + ESC + "cb")).isEqualTo("ab");
        assertThat(Text.printable("end" + ESC)).isEqualTo("end");
    }

    @Test
    void jenkinsConsoleNotesAreBroken() {
        assertThat(Text.printable(ESC + "[8mha:AAAA" + ESC + "[0mtext")).isEqualTo("ha:AAAAtext");
    }

    @Test
    void controlAndFormatCharactersAreRemoved() {
        assertThat(Text.printable("a\u0000b\bc\u007fd\u009be")).isEqualTo("abcde");
        assertThat(Text.printable("evil\u202egnp.exe \u200b\ufeff")).isEqualTo("evilgnp.exe ");
        assertThat(Text.printable("tab\tline\nend")).isEqualTo("tab\tline\nend");
    }

    @Test
    void lineEndsOfAllSystemsAreOne() {
        assertThat(Text.printable("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
        assertThat(Text.oneLine("  a \r\n\n  b\rc  ")).isEqualTo("a b c");
    }

    @Test
    void nullIsEmptyAndLettersOfAllScriptsStay() {
        assertThat(Text.printable(null)).isEmpty();
        assertThat(Text.oneLine(null)).isEmpty();
        assertThat(Text.oneLine("资源栈 \ud83d\ude00 é")).isEqualTo("资源栈 \ud83d\ude00 é");
    }

    @Property(tries = 500)
    void oneLineIsAlwaysOnePrintableLine(@ForAll String text) {
        assertThat(Text.oneLine(text).chars())
                .noneMatch(c -> c == '\n' || c == '\r' || c == '\u001b' || Character.getType(c) == Character.FORMAT);
        assertThat(Text.oneLine(text).lines().count()).isLessThanOrEqualTo(1);
    }
}
