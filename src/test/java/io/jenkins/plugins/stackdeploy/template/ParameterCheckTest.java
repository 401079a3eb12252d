package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterCheckTest {
    private static final String ROS = "ROSTemplateFormatVersion: '2015-09-01'\n";
    private static final String CLOUDFORMATION = "AWSTemplateFormatVersion: '2010-09-09'\n";

    private static List<Problem> check(String header, String declaration, String value) {
        Template template = Templates.of(header + "Parameters:\n  P: " + declaration + "\n");
        return ParameterCheck.check(template, Parameters.of(Map.of("P", value)), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Type: String}                                          | anything",
                "{Type: Number}                                          | -3.5e2",
                "{Type: Number, MinValue: 1, MaxValue: 10}               | 10.0",
                "{Type: Number, AllowedValues: [1, 2]}                   | 2.0",
                "{Type: Boolean}                                         | True",
                "{Type: Boolean}                                         | no",
                "{Type: Boolean, AllowedValues: [yes]}                   | true",
                "{Type: Json}                                            | {\"a\": [1]}",
                "{Type: Json}                                            | {\"a\": 1, \"a\": 2}",
                "{Type: CommaDelimitedList, AllowedValues: [a, b]}       | b, a",
                "{Type: String, MinLength: 2, MaxLength: 2}              | 中😀",
                "{Type: String, AllowedPattern: '[a-z]+'}                | abc",
                "{Type: String, AllowedPattern: '[[a]+'}                 | [a",
                "{Type: String, AllowedPattern: '[a-z&&[b]+'}            | &z",
                "{Type: String, AllowedPattern: '[]x]+'}                 | ]x",
                "{Type: String, AllowedPattern: '\\w+'}                  | 名称",
                "{Type: String, AllowedPattern: '\\d+', AllowedValues: []} | 12",
                "{Type: 'ALIYUN::OOS::Parameter::Value', AllowedPattern: x, MaxLength: 1} | my_image",
                "{Type: Unheard, AllowedPattern: x}                      | y",
                "{Type: Json, AllowedValues: [{a: 1}]}                   | {\"b\": 2}",
                "{Type: Number, MinValue: x, MaxLength: '1e30'}          | 1",
            })
    void goodValuesAreAccepted(String declaration, String value) {
        assertThat(check(ROS, declaration, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Type: Number}                          | 1a    | \"1a\" is not a number.",
                "{Type: Number, MinValue: 1}             | 0.9   | \"0.9\" is less than 1.",
                "{Type: Number, MaxValue: '10'}          | 11    | \"11\" is more than 10.",
                "{Type: Boolean}                         | maybe | \"maybe\" is neither true nor false.",
                "{Type: Json}                            | {a    | \"{a\" is not valid JSON; look at its line and column 1:2.",
                "{Type: String, AllowedValues: [a, 2.0]} | b     | \"b\" is not one of the allowed values \"a\", \"2.0\".",
                "{Type: String, AllowedValues: [a, b, c, d, e, f, g, h, i, j, k, l]} | x | \"x\" is not one of the allowed values \"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\", \"j\" and 2 more.",
                "{Type: CommaDelimitedList, AllowedValues: [a, b]} | a,x | \"x\" is not one of the allowed values \"a\", \"b\".",
                "{Type: String, AllowedPattern: '[a-z]+'} | aB   | \"aB\" does not match the pattern [a-z]+.",
                "{Type: String, MinLength: 2}            | 😀    | \"😀\" has fewer than 2 characters.",
                "{Type: String, MaxLength: '1'}          | ab    | \"ab\" has more than 1 characters.",
                "{Type: String, MaxLength: 1, ConstraintDescription: one letter} | ab | \"ab\" has more than 1 characters. The template says: one letter",
                "{Type: String, MaxLength: 1, ConstraintDescription: {en: one letter, zh-cn: 一个字母}} | ab | \"ab\" has more than 1 characters. The template says: one letter",
            })
    void badValuesAreToldWithTheRuleAndThePlace(String declaration, String value, String message) {
        assertThat(check(ROS, declaration, value))
                .containsExactly(Problem.error("Parameter \"P\": " + message, new Position(3, 3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Type: List<Number>}                                          | 1, x | \"x\" is not a number.",
                "{Type: Number}                                                | ``   | \"\" is not a number.",
                "{Type: CommaDelimitedList, AllowedPattern: '[a-z]+'}          | a,1  | \"1\" does not match the pattern [a-z]+.",
                "{Type: 'AWS::EC2::AvailabilityZone::Name', AllowedValues: [a]} | b   | \"b\" is not one of the allowed values \"a\".",
                "{Type: 'List<AWS::EC2::Subnet::Id>', AllowedValues: [a]}      | a,b  | \"b\" is not one of the allowed values \"a\".",
            })
    void typesOfCloudFormationAreChecked(String declaration, String value, String message) {
        assertThat(check(CLOUDFORMATION, declaration, value))
                .extracting(Problem::message)
                .containsExactly("Parameter \"P\": " + message);
    }

    @Test
    void namesInAParameterStoreAreNotValues() {
        assertThat(check(
                        CLOUDFORMATION,
                        "{Type: 'AWS::SSM::Parameter::Value<List<Number>>', AllowedPattern: x}",
                        "/app/sizes"))
                .isEmpty();
    }

    @Test
    void anEmptyTextStandsForNoValueInRosAlone() {
        assertThat(check(ROS, "{Type: Number, AllowedValues: [1]}", "")).isEmpty();
        assertThat(check(ROS, "{Type: String, MinLength: 1}", "")).hasSize(1);
    }

    @Test
    void allProblemsAreFoundAtOnce() {
        Template template = Templates.of(ROS + """
                        Parameters:
                          ZoneId: {Type: String}
                          Size: {Type: Number}
                          Name: {Type: String, Default: x}
                          Empty: {Type: String, Default: null}
                        """);

        List<Problem> problems =
                ParameterCheck.check(template, Parameters.of(Map.of("ZoneID", "a", "Other", "b", "Size", "c")), false);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        Problem.error(
                                "Parameter \"ZoneID\" is not declared in the template. Did you mean \"ZoneId\"?", null),
                        Problem.error(
                                "Parameter \"Other\" is not declared in the template."
                                        + " Remove it, or declare it under Parameters.",
                                null),
                        Problem.error(
                                "Parameter \"ZoneId\" is missing, and the template has no default for it."
                                        + " Give it a value.",
                                new Position(3, 3)),
                        Problem.error("Parameter \"Size\": \"c\" is not a number.", new Position(4, 3)));
    }

    @Test
    void nothingIsMissingWhenPreviousValuesAreUsed() {
        Template template = Templates.of(ROS + "Parameters: {A: {Type: String}, B: {Type: Number}}");

        assertThat(ParameterCheck.check(template, Parameters.empty(), true)).isEmpty();
        assertThat(ParameterCheck.check(template, Parameters.empty(), false)).hasSize(2);
        Parameters previous = Parameters.of(List.of(
                Parameter.previous("A", ParameterSource.MAP), Parameter.previous("B", ParameterSource.SHORTHAND)));
        assertThat(ParameterCheck.check(template, previous, false)).isEmpty();
    }

    @Test
    void aResetParameterFallsBackToItsDefault() {
        Template template = Templates.of(ROS + "Parameters: {A: {Type: String}, B: {Type: Number, Default: 1}}");
        Map<String, String> reset = new LinkedHashMap<>();
        reset.put("A", null);
        reset.put("B", null);

        assertThat(ParameterCheck.check(template, Parameters.of(reset), false))
                .extracting(Problem::message)
                .containsExactly(
                        "Parameter \"A\" is missing, and the template has no default for it. Give it a value.");
    }

    @Test
    void pseudoParametersMayBeGivenBack() {
        Template template = Templates.of(ROS + "Parameters: null");

        assertThat(ParameterCheck.check(
                        template, Parameters.of(Map.of("ALIYUN::Region", "cn-hangzhou", "AWS::Region", "x")), false))
                .isEmpty();
    }

    @Test
    void parametersOfTerraformCodeAreNotUnknown() {
        Template template = Templates.of(ROS + "Transform: Aliyun::Terraform-v1.5\nWorkspace: {main.tf: ''}");

        assertThat(ParameterCheck.check(template, Parameters.of(Map.of("zone_id", "a")), false))
                .isEmpty();
    }

    @Test
    void tooManyParametersAreRefused() {
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder template = new StringBuilder(ROS + "Parameters:\n");
        for (int i = 0; i < 201; i++) {
            values.put("P" + i, "x");
            template.append("  P").append(i).append(": {Type: String}\n");
        }

        assertThat(ParameterCheck.check(Templates.of(template.toString()), Parameters.of(values), false))
                .containsExactly(Problem.error("201 parameters are given, but at most 200 are allowed.", null));
        values.remove("P0");
        assertThat(ParameterCheck.check(Templates.of(template.toString()), Parameters.of(values), true))
                .isEmpty();
    }

    @Test
    void valuesOfSecretsAndNoEchoParametersAreNeverShown() {
        Template template = Templates.of(CLOUDFORMATION + """
                        Parameters:
                          Hidden: {Type: Number, NoEcho: 'True', MaxValue: 1, AllowedValues: [1]}
                          Secret: {Type: String, MinLength: 20, MaxLength: 1, AllowedPattern: x, AllowedValues: [y]}
                          Json: {Type: Json}
                          Flag: {Type: Boolean}
                        """);
        Parameters parameters = Parameters.of(Map.of("Hidden", "4711"))
                .with(ParameterSource.SECRET, Map.of("Secret", "hunter4711", "Json", "{4711", "Flag", "4711"));

        List<Problem> problems = ParameterCheck.check(template, parameters, false);

        assertThat(problems).hasSize(8).allSatisfy(problem -> {
            assertThat(problem.message()).contains("the value given");
            assertThat(problem.message()).doesNotContain("4711");
        });
    }

    @Test
    void longValuesAreShortenedToOneLine() {
        assertThat(check(ROS, "{Type: Number}", "line\n".repeat(100)))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).hasSizeLessThan(120).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(a+)+(b)\\2     | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "(x+x+)+(y)\\2   | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "(?P<name>a)    | a",
                "[a             | a",
            })
    void aPatternThatCannotBeCheckedIsOnlyNoted(String pattern, String value) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> assertThat(
                        check(ROS, "{Type: String, AllowedPattern: '" + pattern + "'}", value))
                .containsExactly(Problem.note(
                        "Parameter \"P\": its pattern " + pattern + " cannot be checked here. The cloud will check it.",
                        new Position(3, 3))));
    }

    @Test
    void aPatternThatOverflowsTheStackIsOnlyNoted() {
        assertThat(check(ROS, "{Type: String, AllowedPattern: '(a|b)*'}", "ab".repeat(100_000)))
                .extracting(Problem::severity)
                .containsExactly(Problem.Severity.NOTE);
    }
}
