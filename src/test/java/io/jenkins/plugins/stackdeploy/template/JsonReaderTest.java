package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                "{\"a\": 1} -              | main.yaml:1:11: The JSON text ends too early",
                "{\"a\": {\\n \"b\": 1\\n} | main.yaml:3:2: The JSON text ends before the bracket opened at 1:1",
                "{\"a\": \"b              | main.yaml:1:9: The JSON text ends before the bracket opened at 1:1",
                "{\"a\": 1 \\n \"b\": 2}   | main.yaml:2:2: This is not valid JSON",
                "{\"a\": 'b'}              | main.yaml:1:7: This is not valid JSON",
                "{\"a\": // no\\n 1}       | main.yaml:1:7: This is not valid JSON",
                "{\"a\": NaN}              | main.yaml:1:7: This is not valid JSON",
                "{\"a\": \"b\\qc\"}        | main.yaml:1:10: This is not valid JSON",
                "{\"a\": \"b\\u00g0\"}     | main.yaml:1:10: This is not valid JSON",
                "{\"a\": \"b\\nc\"}         | main.yaml:1:8: This is not valid JSON",
                "{\"a\": \"b\\            | main.yaml:1:10: The JSON text ends before the bracket opened at 1:1",
                "{\"a\": 01}               | main.yaml:1:7: This is not valid JSON",
                "{\"a\": 1.}               | main.yaml:1:9: This is not valid JSON",
                "{\"a\": 😀}               | main.yaml:1:7: This is not valid JSON",
                "{\"a\": truth}            | main.yaml:1:7: This is not valid JSON",
                "{\"a\": 1]               | main.yaml:1:7: This is not valid JSON",
                "{\"a\" 1}                 | main.yaml:1:6: This is not valid JSON",
                "{\"a\": 1, b: 2}          | main.yaml:1:10: This is not valid JSON",
                "[\"a\"]                   | main.yaml:1:1: A template must be a map of sections",
            })
    void brokenJsonIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> Templates.parse(json.replace("\\n", "\n")))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void columnsCountCharactersWhateverStandsBefore() {
        Template template = Templates.of("{\"Ä中😀\\u0041\\\"\":\t\"é\", \"b\":[1, \"中\", 3],\r\n\t\"c\": \"x\\ny\"}");

        assertThat(template.position("b")).contains(new Position(1, 22));
        assertThat(template.position("b", "2")).contains(new Position(1, 35));
        assertThat(template.position("c")).contains(new Position(2, 2));
    }

    @Test
    void bytesThatAreNoUtf8AreToldWithTheirPlace() {
        byte[] json = "{\"a\": \"\uFFFD\",\n \"bÄ\": \"x?\"}".getBytes(StandardCharsets.UTF_8);
        json[json.length - 3] = (byte) 0xC3;

        assertThatThrownBy(() -> Template.parse("main.json", json, TemplateLimits.ROS))
                .hasMessageStartingWith("main.json:2:10: The bytes from here on are not UTF-8");
    }

    @Test
    void theMarkOfBrokenBytesMayStandForItself() {
        assertThat(Templates.of("{\"a\": \"\uFFFD\"}").text()).isEqualTo("{\"a\": \"\uFFFD\"}");
    }

    @Test
    void entriesOfLargeMapsAreFoundByTheirKeys() {
        String entries = IntStream.range(0, 1000)
                .mapToObj(i -> "\"key" + i + "\": " + i)
                .collect(Collectors.joining(",\n", "{", ""));

        assertThat(Templates.of(entries + "}").position("key777")).contains(new Position(778, 1));
        assertThat(Templates.of(entries + "}").position("key1000")).isEmpty();
        assertThatThrownBy(() -> Templates.parse(entries + ",\n\"key777\": 0}"))
                .hasMessageStartingWith(
                        "main.yaml:1001:1: \"key777\" is given a second time; the first is on line 778");
    }

    @Test
    void changingTheBytesAfterwardsChangesNothing() throws TemplateException {
        byte[] json = "{\"a\": \"b\"}".getBytes(StandardCharsets.UTF_8);
        Template template = Template.parse("main.json", json, TemplateLimits.ROS);
        json[2] = 'z';

        assertThat(template.text()).isEqualTo("{\"a\": \"b\"}");
        assertThat(template.canonical()).isEqualTo("{\"a\":\"b\"}");
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
