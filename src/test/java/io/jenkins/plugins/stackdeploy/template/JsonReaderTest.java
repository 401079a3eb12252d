package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
    @Test
    void numbersKeepTheirDigits() {
        assertThat(Templates.of("{\"a\": 1.10, \"b\": 1e3, \"c\": 123456789012345678901234567890}")
                        .canonical())
                .isEqualTo("{\"a\":1.10,\"b\":1e3,\"c\":123456789012345678901234567890}");
    }

    @Test
    void tabsMayIndentJson() {
        assertThat(Templates.of("{\n\t\"a\":\t[\n\t\t1\n\t]\n}").canonical()).isEqualTo("{\"a\":[1]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,\\n \"a\": 2}   | main.yaml:2:2: \"a\" is given a second time; the first is on line 1",
                "{\"a\": 1,\\n}            | main.yaml:1:8: This comma is the last thing before a closing bracket",
                "{\"a\": [1, 2, ]}         | main.yaml:1:12: This comma is the last thing before a closing bracket",
                "{\"a\": 1} x              | main.yaml:1:10: This is not valid JSON",
                "{\"a\": 1} {}             | main.yaml:1:10: The JSON text goes on after its end",
                "{\"a\": {\\n \"b\": 1\\n} | main.yaml:3:2: The JSON text ends before the bracket opened at 1:1",
                "{\"a\": \"b              | main.yaml:1:9: The JSON text ends before the bracket opened at 1:1",
                "{\"a\": 1 \\n \"b\": 2}   | main.yaml:2:2: This is not valid JSON",
                "{\"a\": 'b'}              | main.yaml:1:7: This is not valid JSON",
                "{\"a\": // no\\n 1}       | main.yaml:1:7: This is not valid JSON",
                "{\"a\": NaN}              | main.yaml:1:7: This is not valid JSON",
                "[\"a\"]                   | main.yaml:1:1: A template must be a map of sections",
            })
    void brokenJsonIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> Templates.parse(json.replace("\\n", "\n")))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void depthIsLimited() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> assertThatThrownBy(() -> Templates.parse("{\"a\":" + "[".repeat(400_000)))
                        .hasMessageContaining("nests deeper than 100 levels"));
    }

    @Test
    void messagesDoNotQuoteTheText() {
        assertThatThrownBy(() -> Templates.parse("{\"Password\": hunter2}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageNotContaining("hunter");
    }
}
