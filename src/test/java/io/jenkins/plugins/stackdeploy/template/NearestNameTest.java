package io.jenkins.plugins.stackdeploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
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
        NearestName nearest = new NearestName(List.of("VSwitchId", "VpcId", "ZoneId", "InstanceType"));

        assertThat(nearest.to("vpcid")).contains("VpcId");
        assertThat(nearest.to("InstanceTyp")).contains("InstanceType");
        assertThat(nearest.to("VSwichtId")).contains("VSwitchId");
        assertThat(nearest.to("Password")).isEmpty();
    }

    @Test
    void effortIsBounded() {
        List<String> candidates =
                IntStream.range(0, 10_000).mapToObj(i -> "x".repeat(40) + i).toList();
        NearestName nearest = new NearestName(candidates);

        assertThat(new NearestName(List.of("x".repeat(300))).to("x".repeat(300)))
                .isEmpty();
        assertThat(nearest.to("x".repeat(40) + "12y")).contains("x".repeat(40) + "12");
        nearest.to("x".repeat(40) + "13y");
        assertThat(nearest.to("x".repeat(40) + "12y")).isEmpty();
    }
}
