package io.jenkins.plugins.stackdeploy.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningTotalTest {
    private final RunningTotal<String> total = new RunningTotal<>();

    @Test
    void growsWithEachCount() {
        assertThat(total.add(Map.of("a", 3L))).isEqualTo(3);
        assertThat(total.add(Map.of("a", 5L, "b", 1L))).isEqualTo(6);
        assertThat(total.add(Map.of("a", 5L, "b", 1L))).isEqualTo(6);
    }

    @Test
    void doesNotFallWhenACountIsForgottenOrBeginsAnew() {
        total.add(Map.of("a", 3L, "b", 4L));

        assertThat(total.add(Map.of("b", 1L))).isEqualTo(8);
        assertThat(total.add(Map.of())).isEqualTo(8);
        assertThat(total.add(Map.of("a", 3L))).isEqualTo(11);
    }
}
