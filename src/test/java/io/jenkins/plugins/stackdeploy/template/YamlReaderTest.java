package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2015-09-01                | \"2015-09-01\"",
                "2001-12-14t21:59:43.10Z   | \"2001-12-14t21:59:43.10Z\"",
                "40                        | 40",
                "-1.50                     | -1.50",
                "123456789012345678901234  | 123456789012345678901234",
                "08                        | \"08\"",
                "'40'                      | \"40\"",
                "True                      | true",
                "FALSE                     | false",
                "~                         | null",
                "Null                      | null",
                "yes                       | {\"!!bool\":\"yes\"}",
                "Off                       | {\"!!bool\":\"Off\"}",
                "'yes'                     | \"yes\"",
                "0755                      | {\"!!int\":\"0755\"}",
                "0x1F                      | {\"!!int\":\"0x1F\"}",
                "1_000                     | {\"!!int\":\"1_000\"}",
                "22:30                     | {\"!!int\":\"22:30\"}",
                "+5                        | {\"!!int\":\"+5\"}",
                ".5                        | {\"!!float\":\".5\"}",
                "12e45                     | {\"!!float\":\"12e45\"}",
                ".inf                      | {\"!!float\":\".inf\"}",
                "!!str 40                  | \"40\"",
                "!!int '40'                | 40",
                "! 40                      | \"40\"",
                "!!binary aGk=             | {\"!!binary\":\"aGk=\"}",
                "10.0.0.0/8                | \"10.0.0.0/8\"",
            })
    void plainWordsAreReadAsTheCloudsDoAndNeverMangled(String yaml, String canonical) {
        assertThat(Templates.of("a: " + yaml).canonical()).isEqualTo("{\"a\":" + canonical + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Vpc                           | {\"Ref\":\"Vpc\"}",
                "!Condition Prod                    | {\"Condition\":\"Prod\"}",
                "!Sub '${A}'                        | {\"Fn::Sub\":\"${A}\"}",
                "!GetAtt Vpc.VpcId                  | {\"Fn::GetAtt\":[\"Vpc\",\"VpcId\"]}",
                "!GetAtt Nested.Outputs.Id          | {\"Fn::GetAtt\":[\"Nested\",\"Outputs.Id\"]}",
                "!GetAtt [Vpc, VpcId]               | {\"Fn::GetAtt\":[\"Vpc\",\"VpcId\"]}",
                "!GetAtt Vpc                        | {\"Fn::GetAtt\":\"Vpc\"}",
                "!Join [',', [!Ref A, b]]           | {\"Fn::Join\":[\",\",[{\"Ref\":\"A\"},\"b\"]]}",
                "!FindInMap {x: 1}                  | {\"Fn::FindInMap\":{\"x\":1}}",
                "!Jq [First, .a, !GetAZs '']        | {\"Fn::Jq\":[\"First\",\".a\",{\"Fn::GetAZs\":\"\"}]}",
                "!SomethingNew 1                    | {\"Fn::SomethingNew\":\"1\"}",
                "!Fn::Base64 x                      | {\"Fn::Base64\":\"x\"}",
            })
    void shortTagsBecomeTheLongForm(String yaml, String canonical) {
        assertThat(Templates.of("a: " + yaml).canonical()).isEqualTo("{\"a\":" + canonical + "}");
    }

    @Test
    void aliasesAreWrittenOutAndMergeKeysMerged() {
        assertThat(Templates.of("""
                                Base: &base {Type: String, Default: x}
                                Other: &other {Default: y, Label: z}
                                One: {<<: *base, Default: own}
                                Two: {<<: [*base, *other]}
                                Same: *base
                                Quoted: {'<<': 1}
                                &key Key: {*key : 1}
                                """).canonical())
                .isEqualTo("{\"Base\":{\"Default\":\"x\",\"Type\":\"String\"},"
                        + "\"Key\":{\"Key\":1},"
                        + "\"One\":{\"Default\":\"own\",\"Type\":\"String\"},"
                        + "\"Other\":{\"Default\":\"y\",\"Label\":\"z\"},"
                        + "\"Quoted\":{\"<<\":1},"
                        + "\"Same\":{\"Default\":\"x\",\"Type\":\"String\"},"
                        + "\"Two\":{\"Default\":\"x\",\"Label\":\"z\",\"Type\":\"String\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1\\nb: 2\\na: 3             | main.yaml:3:1: \"a\" is given a second time; the first is on line 1",
                "a: {b: 1, 'b': 2}              | main.yaml:1:11: \"b\" is given a second time; the first is on line 1",
                "a:\\n\\tb: 1                   | main.yaml:2:1: A tab cannot be used here",
                "a: 1\\n---\\nb: 2              | main.yaml:2:1: A second YAML document starts here",
                "a: &x [1, *x]                  | main.yaml:1:11: The alias *x stands inside the value it refers to",
                "a: *x                          | main.yaml:1:4: This alias has no anchor before it",
                "a: {<<: 1}                     | main.yaml:1:9: The merge key << takes a map",
                "a: {[1]: 2}                    | main.yaml:1:5: A key must be text",
                "a: {{ b }}                     | main.yaml:1:5: A key must be text",
                "a: [1\\nb: 2                   | main.yaml:2:2: This is not valid YAML",
                "a: 'x                          | main.yaml:1:6: This is not valid YAML",
                "a: \"\\UFFFFFFFF\"              | main.yaml:1:2: What follows here is not valid YAML",
                "a: \"\\U00110000\"              | main.yaml:1:7: This is not valid YAML: found unknown escape character",
                "- a                            | main.yaml:1:1: A template must be a map of sections",
                "just text                      | main.yaml:1:1: A template must be a map of sections",
                "# nothing                      | main.yaml: The file is empty",
                "---                            | main.yaml: The file is empty",
                "~                              | main.yaml: The file is empty",
            })
    void brokenYamlIsRefusedWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> Templates.parse(yaml.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void billionLaughsAreRefusedQuickly() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> assertThatThrownBy(() -> Templates.parse(bomb.toString()))
                        .isInstanceOf(TemplateException.class)
                        .hasMessageMatching("main.yaml:\\d+:\\d+: With its aliases written out .*"));
    }

    @Test
    void oneLongTextUsedOftenIsABombToo() {
        String bomb = "a: &a " + "x".repeat(200_000) + "\nb: [" + "*a, ".repeat(1000) + "]\n";

        assertThatThrownBy(() -> Templates.parse(bomb)).hasMessageContaining("With its aliases written out");
    }

    @Test
    void mergingTheSameMapAgainAndAgainIsABombToo() {
        StringBuilder bomb = new StringBuilder("a: &a {");
        for (int i = 0; i < 10_000; i++) {
            bomb.append('k').append(i).append(": 1, ");
        }
        bomb.append("}\nb: {<<: [").append("*a, ".repeat(50_000)).append("]}\n");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> assertThatThrownBy(() -> Templates.parse(bomb.toString()))
                        .hasMessageContaining("With its aliases written out"));
    }

    @Test
    void depthIsLimitedHoweverItIsMade() {
        String aliases = "a0: &a0 []\n";
        for (int i = 1; i < 200; i++) {
            aliases += "a%d: &a%d [*a%d]\n".formatted(i, i, i - 1);
        }
        String chained = aliases;

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            assertThatThrownBy(() -> Templates.parse("a: " + "[".repeat(200_000)))
                    .hasMessageContaining("nests deeper than 100 levels");
            assertThatThrownBy(() -> Templates.parse("- ".repeat(100_000)))
                    .hasMessageContaining("nests deeper than 100 levels");
            assertThatThrownBy(() -> Templates.parse(chained)).hasMessageContaining("nests deeper than 100 levels");
        });
        assertThat(Templates.of("a: " + "[".repeat(99) + "]".repeat(99)).canonical())
                .hasSize(204);
    }
}
