package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFileTest {
    private static ParameterFile parse(String text) throws TemplateException {
        return ParameterFile.parse("params.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Parameter value(String key, String value) {
        return Parameter.value(key, value, ParameterSource.FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"ParameterKey\": \"A\", \"ParameterValue\": \"x\"}, {\"ParameterKey\": \"B\", \"ParameterValue\": \"1\"}]",
                "[{\"parameterKey\": \"A\", \"parameterValue\": \"x\"}, {\"parameterKey\": \"B\", \"parameterValue\": 1}]",
                "- {ParameterKey: A, ParameterValue: x}\n- ParameterKey: B\n  ParameterValue: 1\n",
                "{\"A\": \"x\", \"B\": 1}",
                "A: x\nB: 1\n",
                "{\"Parameters\": {\"A\": \"x\", \"B\": \"1\"}}",
                "Parameters:\n  - {ParameterKey: A, ParameterValue: x}\n  - {ParameterKey: B, ParameterValue: '1'}\n",
            })
    void everyFormIsRead(String text) throws TemplateException {
        assertThat(parse(text).parameters().all()).containsExactly(value("A", "x"), value("B", "1"));
    }

    @Test
    void entriesMayKeepOrResetValues() throws TemplateException {
        ParameterFile file = parse("""
                [{"ParameterKey": "A", "UsePreviousValue": true},
                 {"ParameterKey": "B"},
                 {"ParameterKey": "C", "ParameterValue": null},
                 {"ParameterKey": "D", "ParameterValue": "/x", "ResolvedValue": "hunter2", "UsePreviousValue": false}]
                """);

        assertThat(file.parameters().all())
                .containsExactly(
                        Parameter.previous("A", ParameterSource.FILE),
                        Parameter.reset("B", ParameterSource.FILE),
                        Parameter.reset("C", ParameterSource.FILE),
                        value("D", "/x"));
        assertThat(file.notes())
                .containsExactly("Parameter \"D\": ResolvedValue is ignored, because only the cloud can tell it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "40               | 40",
                "1.10             | 1.10",
                "012345670123     | 012345670123",
                "2015-09-01       | 2015-09-01",
                "yes              | yes",
                "True             | true",
                "[a, 1, {b: no}]  | [\"a\",1,{\"b\":{\"!!bool\":\"no\"}}]",
                "{z: 1, a: [x]}   | {\"z\":1,\"a\":[\"x\"]}",
            })
    void valuesBecomeTheTextThatCloudsExpect(String yaml, String text) throws TemplateException {
        assertThat(parse("A: " + yaml).parameters().all()).containsExactly(value("A", text));
    }

    @Test
    void tagsAndStackPolicyStandBesideParameters() throws TemplateException {
        ParameterFile file = parse("""
                {"Parameters": {"A": "x"},
                 "Tags": {"Department": "Marketing", "Cost": 42, "Empty": null},
                 "StackPolicy": {"Statement": [{"Effect": "Allow", "Action": "Update:*"}]}}
                """);

        assertThat(file.tags())
                .containsExactly(entry("Department", "Marketing"), entry("Cost", "42"), entry("Empty", ""));
        assertThat(file.stackPolicy()).isEqualTo("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"Update:*\"}]}");
        assertThat(parse("Tags: [{Key: a, Value: b}, {Key: c}]").tags())
                .containsExactly(entry("a", "b"), entry("c", ""));
        assertThat(parse("A: x").stackPolicy()).isNull();
    }

    @Test
    void aParameterMayBeCalledLikeASection() throws TemplateException {
        assertThat(parse("Parameters: x\nTags: y\n").parameters().all())
                .containsExactly(value("Parameters", "x"), value("Tags", "y"));
        assertThat(parse("{\"Tags\": {\"a\": 1}, \"Other\": \"x\"}")
                        .parameters()
                        .all())
                .containsExactly(value("Tags", "{\"a\":1}"), value("Other", "x"));
        assertThat(parse("{}").parameters().isEmpty()).isTrue();
    }

    @Test
    void theExampleOfTheDocumentationWithAParameterTwiceIsRead() throws TemplateException {
        assertThat(parse("""
                                [ { "ParameterKey": "KeyName", "ParameterValue": "true" },
                                  { "ParameterKey": "KeyName", "ParameterValue": "true" } ]
                                """).parameters().all()).containsExactly(value("KeyName", "true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                  | params.json: The file is empty",
                "hunter2                                             | params.json:1:1: This is not a form for parameters",
                "[hunter2]                                           | params.json:1:2: This is not a form for parameters",
                "[{Key: A, Value: hunter2}]                          | params.json:1:3: \"Key\" is not a field of a parameter",
                "[{ParameterValue: hunter2}]                         | params.json:1:2: This entry has no ParameterKey",
                "[{ParameterKey: A, UsePreviousValue: hunter2}]      | params.json:1:2: Parameter \"A\": UsePreviousValue must",
                "[{ParameterKey: A, ParameterValue: hunter2, UsePreviousValue: true}] | params.json:1:2: Parameter \"A\" has a Param",
                "[{ParameterKey: A, parameterKey: B}]                | params.json:1:20: This field is given a second time",
                "[{ParameterKey: A, ParameterValue: hunter2}, {ParameterKey: A}] | params.json:1:46: Parameter \"A\" is given twice",
                "{Parameters: {A: x}, Description: hunter2}          | params.json:1:22: \"Description\" does not belong beside",
                "{Tags: [hunter2]}                                   | params.json:1:9: A tag must have a text",
                "{Tags: {A: [hunter2]}}                              | params.json:1:12: A tag must have a text",
                "{Tags: [{Key: A}, {Key: A, Value: hunter2}]}        | params.json:1:19: The tag \"A\" is given a second time",
                "A: *hunter2                                         | params.json:1:4: This alias has no anchor before it",
                "A: !hunter2!x                                       | params.json:1:4: This tag is not known",
                "A: %hunter2                                         | params.json:1:4: This is not valid YAML: found character '%'",
                "{\"A\": hunter2}                                    | params.json:1:7: This is not valid JSON",
                "{A: hunter2, A: hunter3}                            | params.json:1:14: \"A\" is given a second time",
                "'': hunter2                                         | params.json:1:1: This entry has no ParameterKey",
            })
    void mistakesAreToldWithTheirPlaceAndWithoutValues(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("hunter");
    }

    @Test
    void sizeIsLimited() {
        assertThatThrownBy(() -> parse("A: " + "x".repeat(ParameterFile.MAX_BYTES)))
                .hasMessage("params.json: The file has 1048579 bytes, but at most 1048576 are allowed.");
    }
}
