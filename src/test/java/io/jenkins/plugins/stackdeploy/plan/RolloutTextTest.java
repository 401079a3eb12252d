package io.jenkins.plugins.stackdeploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that goes through accounts and regions, as people read it. */
class RolloutTextTest {
    private static final Rollout ROLLOUT = new Rollout(
            List.of("updating 1 instance in 1 region", "creating 2 instances in 1 region"),
            List.of(
                    Plans.group(InstanceChange.CREATE, "us-east-1", "111111111111", "222222222222"),
                    Plans.group(InstanceChange.UPDATE, "us-east-1", "333333333333"),
                    Plans.group(InstanceChange.OUTDATED, "eu-west-1", "444444444444"),
                    Plans.group(InstanceChange.INOPERABLE, "eu-west-1", "555555555555"),
                    Plans.group(InstanceChange.UNCHANGED, "eu-west-1", "666666666666")),
            Map.of("maxConcurrentCount", "2"),
            List.of("A note."));

    private final Plan plan = Plans.stackSet(List.of(new SettingChange("tags", "team=web", null)), ROLLOUT);

    @Test
    void readsAsText() {
        assertThat(plan.asText().lines())
                .startsWith(
                        "Plan: UPDATE \"web\" in us-east-1: instances: 2 to create, 1 to update, 1 unchanged, 1 left OUTDATED,"
                                + " 1 INOPERABLE.",
                        "  + us-east-1  2 to create: 111111111111, 222222222222",
                        "  ~ us-east-1  1 to update: 333333333333",
                        "  ! eu-west-1  1 left OUTDATED: 444444444444",
                        "  ! eu-west-1  1 left out, as INOPERABLE: 555555555555",
                        "  = eu-west-1  1 unchanged: 666666666666",
                        "What is done: updating 1 instance in 1 region; creating 2 instances in 1 region.",
                        "How operations go: maxConcurrentCount 2.",
                        "A note.",
                        "Settings that change:",
                        "  tags: \"team=web\" -> -");
    }

    @Test
    void readsAsMarkdown() {
        assertThat(plan.asMarkdown())
                .contains("| \\+ | us\\-east\\-1 | 2 to create | 111111111111, 222222222222 |")
                .contains("* What is done\\: updating 1 instance in 1 region; creating")
                .contains("| tags | team=web |  |");
    }

    @Test
    void ofManyAccountsTheFirstAreNamedAndTheRestCounted() {
        String[] many = IntStream.range(0, 12).mapToObj(Integer::toString).toArray(String[]::new);
        Rollout rollout = new Rollout(
                List.of(),
                List.of(
                        Plans.group(InstanceChange.UPDATE, "us-east-1", many),
                        new InstanceGroup(InstanceChange.CREATE, "us-east-1", 3_000, List.of("a"), List.of(), "d")),
                Map.of(),
                List.of());

        assertThat(Plans.stackSet(List.of(), rollout).asText())
                .contains("12 to update: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more")
                .contains("3000 to create: a and 2999 more");
    }

    @Test
    void survivesBeingAMapAndJson() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Map<?, ?> read = json.readValue(json.writeValueAsBytes(plan.toMap()), LinkedHashMap.class);

        assertThat(Plan.of(read)).isEqualTo(plan);
    }

    @Test
    void theDigestIsOverEveryInstanceEvenIfItIsNotListed() {
        assertThat(plan.digest()).isNotEqualTo(digestWith("another digest")).hasSize(64);
        assertThat(digestWith("a")).isEqualTo(digestWith("a"));
    }

    private static String digestWith(String groupDigest) {
        InstanceGroup group =
                new InstanceGroup(InstanceChange.UPDATE, "us-east-1", 9_000, List.of(), List.of(), groupDigest);
        return Plans.stackSet(List.of(), new Rollout(List.of(), List.of(group), Map.of(), List.of()))
                .digest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "[here](javascript:x)", "a|b\n| --- |", "\u001b[31mred\u202e"})
    void whateverIsInItStaysText(String hostile) {
        Rollout rollout = new Rollout(
                List.of(hostile),
                List.of(new InstanceGroup(InstanceChange.UPDATE, hostile, 1, List.of(hostile), List.of(), "d")),
                Map.of(hostile, hostile),
                List.of(hostile));
        Plan plan = Plans.stackSet(List.of(new SettingChange(hostile, hostile, hostile)), rollout);

        assertThat(plan.asText()).doesNotContain("\u001b", "\u202e");
        assertThat(plan.asMarkdown().replaceAll("\\\\[^a-zA-Z0-9\\s]", ""))
                .doesNotContain("<", "](", "\u001b", "\u202e");
        assertThat(plan.asMarkdown().lines().filter(line -> line.startsWith("|")))
                .hasSize(6);
    }
}
