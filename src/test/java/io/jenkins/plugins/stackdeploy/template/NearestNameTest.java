package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({"a,a,0", "ab,ba,1", "abc,ac,1", "ac,abc,1", "abc,axc,1", "kitten,sitting,3", "'',abc,3", "abcd,badc,2"})
    void distanceCountsEditsAndSwaps(String a, String b, int distance) {
        assertThat(NearestName.distance(a, b)).isEqualTo(distance);
        assertThat(NearestName.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void theMostSimilarNameIsFound() {
        List<String> names = List.of("VSwitchId", "VpcId", "ZoneId", "InstanceType");

        assertThat(NearestName.of("vpcid", names)).contains("VpcId");
        assertThat(NearestName.of("InstanceTyp", names)).contains("InstanceType");
        assertThat(NearestName.of("VSwichtId", names)).contains("VSwitchId");
        assertThat(NearestName.of("Password", names)).isEmpty();
        assertThat(NearestName.of("x".repeat(100_000), List.of("x".repeat(99_999))))
                .isEmpty();
    }
}
