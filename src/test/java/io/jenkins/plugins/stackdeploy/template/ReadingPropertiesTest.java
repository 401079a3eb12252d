package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.reader.StreamReader;

class ReadingPropertiesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Property
    void theSameValuesInJsonAndYamlHaveTheSameCanonicalText(@ForAll("templates") Map<String, Object> values)
            throws TemplateException, JsonProcessingException {
        String json = new ObjectMapper().writeValueAsString(values);
        String yaml = new Yaml().dump(values);

        Template fromJson = Templates.parse(json);
        assertThat(Templates.parse(yaml).canonical()).isEqualTo(fromJson.canonical());
        assertThat(Templates.parse(fromJson.canonical()).digest()).isEqualTo(fromJson.digest());
    }

    @Property
    void anyBytesAreReadOrRefusedSoon(@ForAll byte[] content) {
        readOrRefuse(content);
    }

    @Property(tries = 2000)
    void anyTextThatLooksLikeATemplateIsReadOrRefusedSoon(@ForAll("nearlyTemplates") String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void readOrRefuse(byte[] content) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                Template template = Template.parse("f", content, TemplateLimits.ROS);
                assertThat(template.digest()).hasSize(64);
                assertThat(Templates.parse(template.canonical()).canonical()).isEqualTo(template.canonical());
                TemplateCheck.check(template);
                ParameterCheck.check(template, Parameters.of(Map.of("a", "b")), false);
            } catch (TemplateException e) {
                assertThat(e).hasMessageStartingWith("f:");
            }
            try {
                ParameterFile.parse("f", content);
            } catch (TemplateException e) {
                assertThat(e).hasMessageStartingWith("f:");
            }
            try {
                ParameterShorthand.parse(new String(content, StandardCharsets.UTF_8));
            } catch (TemplateException e) {
                assertThat(e).hasMessageStartingWith("parameters:");
            }
        });
    }

    @Provide
    Arbitrary<Map<String, Object>> templates() {
        Arbitrary<Object> scalars = Arbitraries.<Object>oneOf(
                texts(),
                Arbitraries.of(
                        "yes", "0755", "2015-09-01", "1.10", "<<", "null", "~", "", " a", "a: b", "- x", "12e45"),
                Arbitraries.longs(),
                Arbitraries.of(true, false));
        Arbitrary<Object> values = Arbitraries.oneOf(
                scalars,
                Arbitraries.maps(texts(), scalars).ofMaxSize(4).map(map -> (Object) map),
                scalars.list().ofMaxSize(4).map(list -> (Object) list));
        return Arbitraries.maps(texts(), values).ofMaxSize(6);
    }

    private static Arbitrary<String> texts() {
        // The dumper writes these as they are, but they are read as line breaks and, in the first place, as a byte
        // order mark.
        return Arbitraries.strings()
                .excludeChars('\u0085', '\u2028', '\u2029', '\uFEFF')
                .ofMaxLength(12)
                .filter(StreamReader::isPrintable);
    }

    @Provide
    Arbitrary<String> nearlyTemplates() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "Parameters",
                        "Resources",
                        "Type",
                        ":",
                        ": ",
                        ",",
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        "'",
                        "\n",
                        "\n  ",
                        "- ",
                        "&a ",
                        "*a",
                        "!Ref ",
                        "!GetAtt ",
                        "<<: ",
                        "? ",
                        "| ",
                        ">\n",
                        "#",
                        "%",
                        "@",
                        "\t",
                        "~",
                        "1",
                        "0x1",
                        "---\n",
                        "...\n",
                        "\\",
                        "\\u0000",
                        "\\UFFFFFFFF",
                        "\\ud800",
                        "%YAML 1.1\n",
                        "%TAG !e! x\n",
                        "!e!x ",
                        "!<y> ",
                        "!%zz ",
                        "!%FF ",
                        "\\U00110000",
                        "\\x",
                        "!!float ",
                        "\u0085",
                        "ParameterKey=",
                        "=")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
