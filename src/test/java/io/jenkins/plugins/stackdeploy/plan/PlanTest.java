package io.jenkins.plugins.stackdeploy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private final Plan plan = Plans.update(
            List.of(
                    Plans.modify("Vpc", Replacement.YES),
                    Plans.modify("Net", Replacement.MAYBE),
                    new PlannedChange(PlannedChange.ADD, "New", "T", "", Replacement.NO, List.of()),
                    new PlannedChange(PlannedChange.REMOVE, "Old", "T", "id", Replacement.NO, List.of())),
            List.of(
                    ParameterChange.between("A", "1", "2"),
                    ParameterChange.between("B", "same", "same"),
                    ParameterChange.between("C", "gone", null),
                    ParameterChange.between("D", null, "new"),
                    ParameterChange.secret("E", true, true, true)),
            "--- live\n+++ planned\n-old\n+new");

    /** As a Pipeline's program and its JSON steps hand it on. */
    @Test
    void survivesBeingAMapAndJson() throws Exception {
        Map<String, Object> map = plan.toMap();
        ObjectMapper json = new ObjectMapper();
        Map<?, ?> read = json.readValue(json.writeValueAsBytes(map), LinkedHashMap.class);

        assertThat(Plan.of(map)).isEqualTo(plan);
        assertThat(Plan.of(read)).isEqualTo(plan);
        assertThat(read.get("digest")).isEqualTo(plan.digest());
        assertThat(plan.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void consistsOfPlainValuesOnly() {
        onlyPlain(plan.toMap());
    }

    private static void onlyPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(map).isExactlyInstanceOf(LinkedHashMap.class);
            map.forEach((key, each) -> {
                assertThat(key).isInstanceOf(String.class);
                onlyPlain(each);
            });
        } else if (value instanceof List<?> list) {
            assertThat(list).isExactlyInstanceOf(ArrayList.class);
            list.forEach(PlanTest::onlyPlain);
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(String.class, Integer.class, Boolean.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloud",
                "name",
                "region",
                "account",
                "action",
                "stackId",
                "changeSetId",
                "templateDifference",
                "createdAt",
                "expiresAt"
            })
    void anAlteredPlanIsNoPlan(String key) {
        Map<String, Object> altered = plan.toMap();
        altered.put(key, "another");

        assertThatThrownBy(() -> Plan.of(altered))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("altered");
    }

    @Test
    void alteringWhatIsInsideIsSeenToo() {
        Map<String, Object> altered = plan.toMap();
        ((List<?>) altered.get("changes")).remove(0);

        assertThatThrownBy(() -> Plan.of(altered)).hasMessageContaining("altered");
    }

    @Test
    void theTextOfAPlanIsDerivedAndNeedNotBeHandedOn() {
        Map<String, Object> altered = plan.toMap();
        altered.put("text", "harmless");
        altered.remove("markdown");
        altered.put("stackName", "what a step adds");

        assertThat(Plan.of(altered).asText()).isEqualTo(plan.asText());
    }

    @Test
    void stringsThatAScriptPutTogetherAreStrings() {
        Map<String, Object> map = plan.toMap();
        map.put("name", new StringBuilder("web"));

        assertThat(Plan.of(map)).isEqualTo(plan);
    }

    @Test
    void whatIsNoPlanIsSaidToBeNone() {
        assertThatThrownBy(() -> Plan.of(Map.of("a", "b"))).hasMessageContaining("This is not a plan");
        assertThatThrownBy(() -> Plan.of(Map.of("digest", "x", "changes", "none")))
                .hasMessageContaining("This is not a plan");
    }

    @Test
    void expiresAtItsTime() {
        assertThat(plan.isExpired(Instant.parse("2026-11-23T07:59:59Z"))).isFalse();
        assertThat(plan.isExpired(Instant.parse("2026-11-23T08:00:00Z"))).isTrue();
    }

    @Test
    void readsAsText() {
        assertThat(plan.asText().lines())
                .containsExactly(
                        "Plan: UPDATE \"web\" in cn-hangzhou: 1 to add, 2 to modify (2 of them replaced or perhaps),"
                                + " 1 to remove.",
                        "  ! Vpc  ALIYUN::ECS::VPC  vpc-1  REPLACED  (Properties.VpcName)",
                        "  ! Net  ALIYUN::ECS::VPC  vpc-1  may be REPLACED  (Properties.VpcName)",
                        "  + New  T",
                        "  - Old  T  id",
                        "Parameters that change:",
                        "  A: \"1\" -> \"2\"",
                        "  C: \"gone\" is no longer used",
                        "  D: \"new\"",
                        "  E: a secret value is given (hidden; whether it is a new one cannot be told)",
                        "What changes in the template (canonical form):",
                        "  --- live",
                        "  +++ planned",
                        "  -old",
                        "  +new",
                        "Digest of the plan: sha256:" + plan.digest(),
                        "It can be deployed until 2026-11-23T08:00:00Z.");
    }

    @Test
    void costsAreSummedByCurrency() {
        EstimatedCost cost = new EstimatedCost(
                List.of(
                        new EstimatedCost.Item("A", "T", "CNY", "1", "0", "0.45"),
                        new EstimatedCost.Item("B", "T", "CNY", "1", "0", "1.20"),
                        new EstimatedCost.Item("C", "T", "USD", "1", "0", "3"),
                        new EstimatedCost.Item("D", "T", "USD", "1", "0", "a lot")),
                "");

        assertThat(cost.totals()).hasToString("{CNY=1.65, USD=3}");
    }
}
