package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.XStream2;
import io.jenkins.plugins.stackdeploy.approval.PostBuildGate;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaConnection;
import io.jenkins.plugins.stackdeploy.credentials.AwsConnection;
import io.jenkins.plugins.stackdeploy.steps.RosDeployBuilder;
import io.jenkins.plugins.stackdeploy.steps.StackSetDeployBuilder;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The reference pages against the classes that they describe. */
class ReferencePagesTest {
    @ParameterizedTest
    @CsvSource({
        "RosDeployStep, steps.md",
        "RosPlanStep, steps.md",
        "RosDeleteStep, steps.md",
        "RosStatusStep, steps.md",
        "StackSetDeployStep, steps.md",
        "StackSetPlanStep, steps.md",
        "StackInstancesStep, steps.md",
        "StackSetDeleteStep, steps.md",
        "ManualGateStep, steps.md",
        "GateRuleArgument, steps.md",
        "GateParameterArgument, steps.md",
        "StackDeployConfiguration, configuration.md",
        "PostBuildGate, freestyle.md",
        "AlibabaConnection, configuration.md",
        "AwsConnection, configuration.md"
    })
    void pageNamesEveryProperty(String type, String page) {
        assertThat(properties(type)).isNotEmpty().allSatisfy(property -> assertThat(page(page))
                .contains("| `" + property + "` |"));
    }

    @Test
    void freestylePageNamesWhatABuildStepHasBesideItsStep() {
        SortedSet<String> properties = properties("RosDeployBuilder");
        assertThat(properties).contains("step");
        assertThat(properties)
                .filteredOn(property -> !property.equals("step"))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(page("freestyle.md")).contains("| `" + property + "` |"));
    }

    /** Jenkins passes over elements that it does not know: a misspelt one would go unnoticed. */
    @ParameterizedTest
    @ValueSource(classes = {RosDeployBuilder.class, StackSetDeployBuilder.class, PostBuildGate.class})
    void configurationOfAFreestyleJobIsAsJenkinsWritesIt(Class<?> type) {
        Matcher builder = Pattern.compile("(?s)<(\\S+" + type.getSimpleName() + ")>.*</\\1>")
                .matcher(page("freestyle.md"));
        assertThat(builder.find()).isTrue();
        XStream2 xml = new XStream2();
        Object read = xml.fromXML(builder.group());
        assertThat(read).isInstanceOf(type);
        assertThat(xml.toXML(read)).isEqualToIgnoringWhitespace(builder.group());
    }

    @Test
    void configurationAsCodeNamesSettingsThatThereAre() {
        Matcher yaml = Pattern.compile("(?s)```yaml\n(unclassified:.*?)```").matcher(page("configuration.md"));
        assertThat(yaml.find()).isTrue();
        Map<String, Map<String, Map<String, List<Map<String, Map<String, Object>>>>>> read =
                new Yaml().load(yaml.group(1));
        List<Map<String, Map<String, Object>>> connections =
                read.get("unclassified").get("stackDeploy").get("connections");
        Map<String, String> types =
                Map.of("alibaba", AlibabaConnection.class.getSimpleName(), "aws", AwsConnection.class.getSimpleName());
        assertThat(connections)
                .flatExtracting(Map::keySet)
                .as("an example for each")
                .containsAll(types.keySet());
        assertThat(connections)
                .allSatisfy(connection -> connection.forEach(
                        (symbol, settings) -> assertThat(settings.keySet()).isSubsetOf(properties(types.get(symbol)))));
    }

    private static String page(String name) {
        return Repository.text(Repository.ROOT.resolve("docs").resolve(name));
    }

    private static SortedSet<String> properties(String type) {
        return Form.all().stream()
                .map(Form::described)
                .filter(described -> described.type().getSimpleName().equals(type))
                .findFirst()
                .orElseThrow()
                .properties();
    }
}
