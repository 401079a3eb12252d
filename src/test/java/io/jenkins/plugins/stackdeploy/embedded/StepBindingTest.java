package io.jenkins.plugins.stackdeploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepBindingTest {
    @TempDir
    Path home;

    private Pipelines.Ended run(String script) throws Exception {
        try (EmbeddedJenkins jenkins = EmbeddedJenkins.builder(home)
                .extension(new DemandingStep.DescriptorImpl())
                .extension(new Shape.DescriptorImpl())
                .start()) {
            return Pipelines.run(jenkins, script, Map.of());
        }
    }

    @Test
    void valuesBecomeTheTypesOfTheParameters() throws Exception {
        Pipelines.Ended ended = run("""
                def who = 'you'
                echo demanding(name: "for ${who}", count: 3, ratio: 0.5, flags: ['a', "b${1 + 1}"], mode: 'FAST',
                    labels: [k: "v${who}"], shapes: [[name: 'square', sides: 4], [$class: 'Shape', name: 'tri']])
                """);

        assertThat(ended.output())
                .contains(
                        "name=for you count=3 ratio=0.5 flags=[a, b2] mode=FAST labels={k=vyou} shapes=[square/4, tri/3]");
    }

    @Test
    void onlyRequiredArgumentNeedsNoName() throws Exception {
        assertThat(run("echo demanding('x')").output()).contains("name=x count=0");
    }

    @Test
    void textBecomesNumbersAndFlags() throws Exception {
        assertThat(run("echo demanding(name: 'x', count: '12', ratio: 2)").output())
                .contains("count=12 ratio=2.0");
    }

    @Test
    void unknownStepIsNamedWithTheNearestOne() throws Exception {
        Pipelines.Ended ended = run("demandig 'x'");

        assertThat(ended.result()).isEqualTo(Result.FAILURE);
        assertThat(ended.output())
                .contains("No such DSL method 'demandig' found among steps [", "did you mean 'demanding'?");
    }

    @Test
    void unknownArgumentIsNamedWithTheNearestOne() throws Exception {
        assertThat(run("demanding name: 'x', cuont: 1").output())
                .contains("demanding has no argument 'cuont'; did you mean 'count'?");
    }

    @Test
    void valueThatDoesNotFitSaysWhatWasExpected() throws Exception {
        assertThat(run("demanding name: 'x', count: 'many'").output())
                .contains("DemandingStep.count expects class java.lang.Integer", "\"many\"");
        assertThat(run("demanding name: 'x', mode: 'SLOWER'").output()).contains("No enum constant", "SLOWER");
    }

    @Test
    void bodyAndContextAreAskedFor() throws Exception {
        assertThat(run("node()").output()).contains("node step must be called with a body");
        assertThat(run("readFile 'x'").output())
                .contains("Required context class hudson.FilePath is missing", "such as: node");
        assertThat(run("echo 'a', 'b'").output()).contains("Expected named arguments but got [a, b]");
    }
}
