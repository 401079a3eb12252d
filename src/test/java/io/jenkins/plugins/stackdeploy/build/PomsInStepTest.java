package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two builds must make the same plugin: what one POM says, the other says too. */
class PomsInStepTest {
    /** What the parent POM of jenkins-pom.xml compiles for when a plugin says nothing. */
    private static final String JAVA_OF_THE_PARENT = "17";

    private final Pom central = Pom.read("pom.xml");
    private final Pom jenkins = Pom.read("jenkins-pom.xml");

    @ParameterizedTest
    @ValueSource(strings = {"groupId", "artifactId", "version", "name", "description"})
    void coordinatesAreTheSame(String element) {
        assertThat(jenkins.text("/project/" + element)).isNotEmpty().isEqualTo(central.text("/project/" + element));
    }

    @Test
    void bundledLibrariesHaveTheSameVersionsAndExclusions() {
        assertThat(bundled(jenkins)).isNotEmpty().containsExactlyInAnyOrderElementsOf(bundled(central));
    }

    @Test
    void bundledLibrariesAreAllOnTheListOfTheJenkinsBuild() {
        List<String> list = List.of(jenkins.property("hpi.bundledArtifacts").split(","));
        assertThat(list).isSorted().doesNotHaveDuplicates();
        assertThat(list)
                .containsAll(central.dependencies().stream()
                        .filter(PomDependency::isCompile)
                        .map(PomDependency::artifactId)
                        .toList());
    }

    @Test
    void pluginDependenciesAreTheSame() {
        Map<String, Boolean> declared = PluginDependency.parse(central.property("plugin.dependencies")).stream()
                .collect(Collectors.toMap(PluginDependency::id, PluginDependency::optional));
        Map<String, Boolean> resolved = jenkins.dependencies().stream()
                .filter(PomDependency::isPlugin)
                .filter(PomDependency::isCompile)
                .collect(Collectors.toMap(PomDependency::artifactId, PomDependency::optional));
        assertThat(resolved).isNotEmpty().containsExactlyInAnyOrderEntriesOf(declared);
    }

    @Test
    void jenkinsVersionIsTheSame() {
        assertThat(jenkins.property("jenkins.version"))
                .isNotEmpty()
                .doesNotContain("${")
                .isEqualTo(central.property("jenkins.version"));
    }

    @Test
    void javaReleaseIsTheSame() {
        assertThat(central.property("maven.compiler.release")).isEqualTo(JAVA_OF_THE_PARENT);
        assertThat(jenkins.propertyNames()).doesNotContain("maven.compiler.release", "maven.compiler.testRelease");
        assertThat(Repository.ROOT.resolve("target/java-level")).doesNotExist();
    }

    @Test
    void sourcesAreFormattedTheSameWay() {
        assertThat(jenkins.text("//palantirJavaFormat/version"))
                .isNotEmpty()
                .isEqualTo(central.text("//palantirJavaFormat/version"));
    }

    @Test
    void librariesThatBothTestWithHaveTheSameVersions() {
        Map<String, String> versions = central.dependencies().stream()
                .collect(Collectors.toMap(
                        dependency -> dependency.groupId() + ":" + dependency.artifactId(), PomDependency::version));
        List<PomDependency> shared = jenkins.dependencies().stream()
                .filter(dependency -> dependency.scope().equals("test"))
                .filter(dependency -> versions.containsKey(dependency.groupId() + ":" + dependency.artifactId()))
                .toList();
        assertThat(shared).isNotEmpty().allSatisfy(dependency -> assertThat(dependency.version())
                .isEqualTo(versions.get(dependency.groupId() + ":" + dependency.artifactId())));
    }

    private static List<String> bundled(Pom pom) {
        return pom.dependencies().stream()
                .filter(PomDependency::isCompile)
                .filter(dependency -> !dependency.isPlugin())
                .map(PomDependency::packed)
                .toList();
    }
}
