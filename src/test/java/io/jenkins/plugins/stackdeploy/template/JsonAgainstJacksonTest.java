package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;

/** Another reader and writer of JSON has to agree with ours. */
class JsonAgainstJacksonTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String JSON = """
            {"a": {"b\\n\\u00e9": [1, -2.5e+3, true, null, {"R": "x"}], "中": "😀\\\\", "": 0.10},
             "long": {"1": 1, "2": 2, "3": {}, "4": [], "5": "", "6": 6, "7": 7, "8": 8, "9": 9, "10": false}}
            """;

    @Property(tries = 3000)
    void aDamagedTextIsReadExactlyIfJacksonReadsIt(
            @ForAll @IntRange(min = 2, max = 160) int at,
            @ForAll @IntRange(max = 2) int removed,
            @ForAll @Chars({'"', '\\', ',', ':', '{', '}', '[', ']', '0', '1', '-', '.', 'e', 'u', 'n', 'x', ' ', '\n'})
                    char added,
            @ForAll boolean add) {
        String damaged = JSON.substring(0, at) + (add ? added : "") + JSON.substring(at + removed);

        assertThat(ours(damaged)).as(damaged).isEqualTo(jacksons(damaged));
    }

    @Property
    void everyTextIsWrittenAsJacksonWritesIt(@ForAll String text) throws JsonProcessingException {
        // Without halves of pairs: we escape them, Jackson leaves them to break in UTF-8.
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(JsonWriter.compact(new Scalar(Scalar.Type.TEXT, whole, 1, 1)))
                .isEqualTo(JACKSON.writeValueAsString(whole));
    }

    private static Optional<JsonNode> ours(String json) {
        try {
            return jacksons(JsonWriter.compact(JsonReader.read("main.json", json.getBytes(StandardCharsets.UTF_8))));
        } catch (TemplateException refused) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> jacksons(String json) {
        try {
            return Optional.of(JACKSON.readTree(json.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException refused) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
