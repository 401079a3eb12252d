package io.jenkins.plugins.stackdeploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMarkdownTest {
    @Test
    void hasTablesAndADiff() {
        String markdown = Plans.update(
                        List.of(Plans.modify("Vpc", Replacement.YES)),
                        List.of(ParameterChange.between("Name", "a", "b")),
                        "-old\n+new")
                .asMarkdown();

        assertThat(markdown)
                .contains("| \\! | Vpc | ALIYUN\\:\\:ECS\\:\\:VPC | vpc\\-1 | REPLACED Properties\\.VpcName |")
                .contains("| Name | a | b |")
                .contains("```diff\n-old\n+new\n```\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "![x](https://evil.example/x.png)",
                "[here](javascript:alert(1))",
                "a|b\n| --- |",
                "`code` **bold** ~~gone~~",
                "https://evil.example @everyone &lt;",
                "\u001b[31mred\u202e"
            })
    void whateverIsInItStaysText(String hostile) {
        String markdown = Plans.update(
                        List.of(new PlannedChange(
                                hostile, hostile, hostile, hostile, Replacement.NO, List.of(hostile))),
                        List.of(new ParameterChange(hostile, ParameterChange.Kind.MODIFY, hostile, hostile)),
                        "")
                .asMarkdown();

        assertThat(markdown.lines().filter(line -> line.startsWith("|")).map(PlanMarkdownTest::cells))
                .containsExactly(5L, 5L, 5L, 3L, 3L, 3L);
        String unescaped = markdown.replaceAll("\\\\[^a-zA-Z0-9\\s]", "");
        assertThat(unescaped)
                .doesNotContain("<", "](", "`", "~~", ":/", "@", "&", "\u001b", "\u202e")
                .containsOnlyOnce("### ");
    }

    private static long cells(String row) {
        return row.replace("\\|", "").chars().filter(c -> c == '|').count() - 1;
    }

    @Test
    void aDifferenceCannotEndItsBlock() {
        String markdown =
                Plans.update(List.of(), List.of(), "-a\n````\n<img>\n```").asMarkdown();

        assertThat(markdown).contains("`````diff\n-a\n````\n<img>\n```\n`````\n");
    }
}
