package io.jenkins.plugins.stackdeploy.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.util.Secret;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentReaderTest {
    private static Map<String, Object> read(Map<String, Object> arguments) {
        return new ArgumentReader("stackInstances", StackInstancesStep.class).read(arguments);
    }

    static List<Arguments> forms() {
        return List.of(
                Arguments.of(Map.of("failureToleranceCount", " 20 "), Map.of("failureToleranceCount", 20)),
                Arguments.of(Map.of("resetOverrides", "True"), Map.of("resetOverrides", true)),
                Arguments.of(Map.of("wait", new StringBuilder("false")), Map.of("wait", false)),
                Arguments.of(Map.of("regions", "a,b"), Map.of("regionsText", "a,b")),
                Arguments.of(Map.of("regions", List.of("a", "b")), Map.of("regions", List.of("a", "b"))),
                Arguments.of(Map.of("accounts", List.of(111111222222L)), Map.of("accounts", List.of("111111222222"))),
                Arguments.of(Map.of("accounts", 111111222222L), Map.of("accounts", List.of("111111222222"))),
                Arguments.of(
                        Map.of("parameterOverrides", List.of("A=1", "B=2")),
                        Map.of("parameterOverridesText", "A=1\nB=2")),
                Arguments.of(
                        Map.of("parameterOverrides", Map.of("A", 1)), Map.of("parameterOverrides", Map.of("A", 1))),
                Arguments.of(Map.of("regions", "a,b".split(",")), Map.of("regions", List.of("a", "b"))),
                Arguments.of(
                        Map.of("parameterOverrides", Map.of("A", "a,b".split(","))),
                        Map.of("parameterOverrides", Map.of("A", List.of("a", "b")))),
                Arguments.of(Map.of("maxConcurrentCount", new BigDecimal("30.0")), Map.of("maxConcurrentCount", 30)),
                Arguments.of(Map.of("callAs", "SELF"), Map.of("callAs", "SELF")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void scriptsGiveWhatTheyHave(Map<String, Object> given, Map<String, Object> expected) {
        assertThat(read(given)).isEqualTo(expected);
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of(
                        Map.of("failureToleranceCount", "many"),
                        "failureToleranceCount takes a whole number, not \"many\""),
                Arguments.of(Map.of("failureToleranceCount", "20%"), "takes a whole number"),
                Arguments.of(Map.of("wait", "perhaps"), "stackInstances: wait takes true or false, not \"perhaps\""),
                Arguments.of(Map.of("region", "a", "regoins", "b"), "do you mean \"regions\"?"),
                Arguments.of(
                        Map.of("parameterOverrides", 5),
                        "stackInstances: parameterOverrides takes a map, not a Integer"),
                Arguments.of(Map.of("regions", true), "stackInstances: regions takes a list or text, not a Boolean"),
                Arguments.of(
                        Map.of("maxConcurrentCount", new BigDecimal("2.5")),
                        "stackInstances: maxConcurrentCount takes a whole number, not \"2.5\""),
                Arguments.of(Map.of("maxConcurrentCount", 1L << 40), "takes a whole number, not \"1099511627776\""),
                Arguments.of(
                        Map.of("stackSetName", List.of("a")), "stackInstances: stackSetName takes text, not a list."),
                Arguments.of(
                        Map.of("parameterOverrides", Map.of("A", Secret.fromString("s"))),
                        "stackInstances: parameterOverrides.A takes no secret: it would be kept in clear."),
                Arguments.of(
                        Map.of("parameterOverrides", Map.of("A", List.of(new Object()))),
                        "stackInstances: parameterOverrides.A takes text, numbers, true or false, lists and maps, but no Object."),
                Arguments.of(Map.of("regions", "a", "regionsText", "b"), "is given twice"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreRefused(Map<String, Object> given, String message) {
        assertThatThrownBy(() -> read(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aPlanThatIsNotThereIsNotTheSameAsNone() {
        ArgumentReader reader = new ArgumentReader("rosDeploy", RosDeployStep.class);
        Map<String, Object> unset = Collections.singletonMap("plan", null);
        assertThatThrownBy(() -> reader.read(unset)).hasMessageContaining("rosDeploy: plan is null.");
    }

    @Test
    void targetsOfAMapAreReadLikeSeparateOnes() {
        assertThat(TargetArguments.read(
                        "stackInstances",
                        Map.of(
                                "deploymentTargets",
                                Map.of("organizationalUnitIds", "r-abcd"),
                                "regions",
                                List.of("a"))))
                .isEqualTo(Map.of("organizationalUnitIds", "r-abcd", "regions", List.of("a")));
        assertThatThrownBy(() -> TargetArguments.read(
                        "stackInstances", Map.of("deploymentTargets", Map.of("accounts", "1"), "accounts", "2")))
                .hasMessageContaining("accounts is given twice");
    }
}
