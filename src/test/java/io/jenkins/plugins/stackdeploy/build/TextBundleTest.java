package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextBundleTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "a=the stack's name is {0} ~ an apostrophe hides a placeholder",
                "a=don't ~ an apostrophe gets lost",
                "a= ~ is empty",
                "a={0 ~ is no message format",
                "a=\u8d44\u6e90\u6808 ~ outside ASCII"
            })
    void textsThatWouldComeOutWrongAreFound(String line, String problem) throws IOException {
        assertThat(bundle("Messages.properties", line).problems())
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void wellWrittenTextsPass() throws IOException {
        assertThat(bundle("Messages.properties", "a=the stack''s name is {0}, write '{'1}")
                        .problems())
                .isEmpty();
        assertThat(bundle("config.properties", "a=don''t").problems()).isEmpty();
    }

    @Test
    void viewsFormatTheirTextsToo() throws IOException {
        assertThat(bundle("config.properties", "a=don't").problems())
                .singleElement()
                .asString()
                .contains("an apostrophe gets lost");
    }

    @Test
    void placeholdersAreReadOnceEach() throws IOException {
        assertThat(bundle("Messages.properties", "a={1} of {0,number,integer} and {1}")
                        .placeholders("a"))
                .containsExactly(0, 1);
    }

    private TextBundle bundle(String name, String text) throws IOException {
        return TextBundle.read(Files.writeString(folder.resolve(name), text + "\n"));
    }
}
