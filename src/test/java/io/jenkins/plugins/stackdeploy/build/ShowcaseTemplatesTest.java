package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import io.jenkins.plugins.stackdeploy.template.ParameterCheck;
import io.jenkins.plugins.stackdeploy.template.ParameterFile;
import io.jenkins.plugins.stackdeploy.template.ParameterSource;
import io.jenkins.plugins.stackdeploy.template.Parameters;
import io.jenkins.plugins.stackdeploy.template.Problem;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateCheck;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story of the demo is told by its templates: a stack, its next version, and a change that fails. */
class ShowcaseTemplatesTest {
    private static final Path SHOWCASE = Repository.ROOT.resolve("showcase");
    private static final Pattern RESOURCE = Pattern.compile("(?m)^ {4}Type: ALIYUN::[A-Z]+::");

    private static final Pattern NAMED_FILE = Pattern.compile("'(showcase/[^']+)'");

    private final String main = Repository.text(SHOWCASE.resolve("wordpress/main.yaml"));
    private final String next = Repository.text(SHOWCASE.resolve("wordpress/v2.yaml"));
    private final String broken = Repository.text(SHOWCASE.resolve("wordpress/broken.yaml"));

    @ParameterizedTest
    @ValueSource(strings = {"wordpress/main.yaml", "wordpress/v2.yaml", "wordpress/broken.yaml", "network/main.json"})
    void templatesPassThePluginsOwnCheck(String file) throws Exception {
        assertThat(TemplateCheck.check(template(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpress/main.yaml", "wordpress/v2.yaml", "wordpress/broken.yaml"})
    void parameterFileAndPasswordAreAllThatATemplateNeeds(String file) throws Exception {
        byte[] content = Files.readAllBytes(SHOWCASE.resolve("wordpress/parameters.json"));
        Parameters given = ParameterFile.parse("parameters.json", content).parameters();
        Parameters complete = given.with(ParameterSource.SECRET, Map.of("DatabasePassword", "Correct_Horse1"));

        assertThat(ParameterCheck.check(template(file), complete, false)).isEmpty();
        assertThat(ParameterCheck.check(template(file), given, false))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("DatabasePassword");
    }

    @Test
    void jenkinsfileNamesFilesThatExist() {
        String pipeline = Repository.text(Repository.ROOT.resolve("Jenkinsfile"));
        assertThat(NAMED_FILE.matcher(pipeline).results().map(name -> Repository.ROOT.resolve(name.group(1))))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(file -> assertThat(file).isRegularFile());
    }

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

    private static Template template(String file) throws Exception {
        return Template.parse(file, Files.readAllBytes(SHOWCASE.resolve(file)), TemplateLimits.ROS);
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
