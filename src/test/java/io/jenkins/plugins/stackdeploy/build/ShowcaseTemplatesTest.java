package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The story of the demo is told by its templates: a stack, its next version, and a change that fails. */
class ShowcaseTemplatesTest {
    private static final Path SHOWCASE = Repository.ROOT.resolve("showcase");
    private static final Pattern RESOURCE = Pattern.compile("(?m)^ {4}Type: ALIYUN::[A-Z]+::");

    private final String main = Repository.text(SHOWCASE.resolve("wordpress/main.yaml"));
    private final String next = Repository.text(SHOWCASE.resolve("wordpress/v2.yaml"));
    private final String broken = Repository.text(SHOWCASE.resolve("wordpress/broken.yaml"));

    @Test
    void stackIsLargeEnoughToWatch() {
        assertThat(RESOURCE.matcher(main).results().count()).isBetween(25L, 40L);
    }

    /** Only additions: whoever changes one file must change the others, or the story's differences blur. */
    @Test
    void nextVersionTagsTheServersAndAddsABucket() {
        List<String> added = added(main, next);
        assertThat(added).filteredOn(line -> line.contains("Key: Backup")).hasSize(2);
        assertThat(added)
                .filteredOn(line -> line.contains("Type: ALIYUN::"))
                .containsExactly("    Type: ALIYUN::OSS::Bucket");
    }

    @Test
    void brokenChangeAddsOneResourceThatTheLocalCloudRefuses() {
        List<String> added = added(next, broken);
        assertThat(added)
                .filteredOn(line -> line.contains("Type: ALIYUN::"))
                .containsExactly("    Type: ALIYUN::VPC::EIP");
        assertThat(added).contains("        FailOn: CREATE");
        assertThat(main + next).doesNotContain("LocalCloud");
    }

    @Test
    void parameterFileNamesDeclaredParametersAndNoSecret() throws IOException {
        JsonNode parameters = new ObjectMapper()
                .readTree(SHOWCASE.resolve("wordpress/parameters.json").toFile());
        assertThat(parameters).isNotEmpty().allSatisfy(parameter -> {
            String key = parameter.path("ParameterKey").asText();
            assertThat(main).containsPattern("(?m)^  " + Pattern.quote(key) + ":$");
            assertThat(key).doesNotContainIgnoringCase("password");
            assertThat(parameter.path("ParameterValue").isTextual()).isTrue();
        });
    }

    private static List<String> added(String before, String after) {
        var deltas =
                DiffUtils.diff(before.lines().toList(), after.lines().toList()).getDeltas();
        assertThat(deltas).isNotEmpty().allMatch(delta -> delta.getType() == DeltaType.INSERT);
        return deltas.stream()
                .flatMap(delta -> delta.getTarget().getLines().stream())
                .toList();
    }
}
