package io.jenkins.plugins.stackdeploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void factsAreOfCollectionsThatEveryJavaCanReadAgain() {
        Map<String, Object> facts = Map.of("outputs", Map.of("Zones", List.of("a", "b")));

        Map<String, Object> kept = new Outcome(Outcome.Kind.SUCCESS, "", facts).facts();

        assertThat(kept).isEqualTo(facts).isExactlyInstanceOf(LinkedHashMap.class);
        assertThat(kept.get("outputs")).isExactlyInstanceOf(LinkedHashMap.class);
        assertThat(((Map<?, ?>) kept.get("outputs")).get("Zones")).isExactlyInstanceOf(ArrayList.class);
    }

    @Test
    void secretsAreHiddenInTheMessageAndInReasonsAndNothingElse() {
        Map<String, Object> facts = Map.of(
                "stackId",
                "id-s3cret",
                "statusReason",
                "bad s3cret",
                "instances",
                List.of(Map.of("region", "s3cret-1", "reason", "no s3cret"), "s3cret"),
                "outputs",
                Map.of("reason", "s3cret"));

        Outcome masked = new Outcome(Outcome.Kind.FAILURE, "a s3cret", facts).masked(new Masking(List.of("s3cret")));

        assertThat(masked)
                .isEqualTo(new Outcome(
                        Outcome.Kind.FAILURE,
                        "a ****",
                        Map.of(
                                "stackId",
                                "id-s3cret",
                                "statusReason",
                                "bad ****",
                                "instances",
                                List.of(Map.of("region", "s3cret-1", "reason", "no ****"), "s3cret"),
                                "outputs",
                                Map.of("reason", "s3cret"))));
    }
}
