package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TemplateDifferenceTest {
    private static Template named(String name, String text) throws TemplateException {
        return Template.parse(name, text.getBytes(StandardCharsets.UTF_8), TemplateLimits.ROS);
    }

    @Test
    void equalTemplatesHaveNoDifferenceWhateverTheyAreWrittenIn() throws TemplateException {
        assertThat(TemplateDifference.unified(
                        named("a.yaml", "b: !Ref X # comment\na: 1\n"),
                        named("a.json", "{\"a\": 1, \"b\": {\"Ref\": \"X\"}}"),
                        3))
                .isEmpty();
    }

    @Test
    void aChangeIsShownWithItsContext() throws TemplateException {
        assertThat(TemplateDifference.unified(
                        named("live", "{a: 1, b: 2, c: {d: yes}, e: 5, f: 6}"),
                        named("new", "{a: 1, b: 2, c: {d: no}, e: 5, f: 6}"),
                        1))
                .isEqualTo("""
                        --- live
                        +++ new
                        @@ -4,3 +4,3 @@
                           "c": {
                        -    "d": {"!!bool": "yes"}
                        +    "d": {"!!bool": "no"}
                           },""");
    }

    @Test
    void canonicalTextsKeptFromEarlierCanBeCompared() throws TemplateException {
        Template before = named("live", "a: {b: &x 1.10, c: *x}");
        Template after = named("new", "a: {b: 1.1, c: 1.10}");

        assertThat(TemplateDifference.unified("live", before.canonical(), "new", after.canonical(), 0))
                .isEqualTo(TemplateDifference.unified(before, after, 0))
                .contains("-    \"b\": 1.10,")
                .contains("+    \"b\": 1.1,");
        assertThatThrownBy(() -> TemplateDifference.unified("live", "nonsense", "new", after.canonical(), 0))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("live:1:1: ");
    }

    @Test
    void largeTemplatesWithNothingInCommonAreComparedInBoundedTime() throws TemplateException {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            before.append("a").append(i).append(": old\n");
            after.append("b").append(i).append(": new\n");
        }
        Template old = named("live", before.toString());
        Template fresh = named("new", after.toString());

        String difference = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> TemplateDifference.unified(old, fresh, 3));

        assertThat(difference.lines().filter(line -> line.startsWith("-  \"a"))).hasSize(20_000);
        assertThat(difference.lines().filter(line -> line.startsWith("+  \"b"))).hasSize(20_000);
    }
}
