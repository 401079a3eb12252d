package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifest that makes an archive a plugin of Jenkins. */
class HpiManifestIT {
    private static final Pom POM = Pom.read("pom.xml");

    @TempDir
    static Path folder;

    private static Hpi hpi;

    @BeforeAll
    static void unpack() throws IOException {
        hpi = Hpi.unpack(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "Group-Id, io.jenkins.plugins",
        "Short-Name, stack-deploy",
        "Long-Name, Stack Deploy",
        "Jenkins-Version, 2.541.3",
        "Minimum-Java-Version, 17",
        "Support-Dynamic-Loading, true",
        "Url, https://github.com/jenkinsci/stack-deploy-plugin"
    })
    void manifestSaysWhatThePluginIs(String attribute, String value) {
        assertThat(hpi.manifest()).containsEntry(attribute, value);
    }

    @Test
    void versionIsThePoms() {
        assertThat(hpi.manifest()).containsEntry("Plugin-Version", POM.text("/project/version"));
    }

    /** Jenkins' class filter reads the manifest of the jar that a class comes from, not that of the .hpi. */
    @Test
    void jarCarriesTheSameManifest() {
        assertThat(withoutTools(hpi.pluginManifest()))
                .containsKeys("Short-Name", "Jenkins-Version")
                .isEqualTo(withoutTools(hpi.manifest()));
    }

    @Test
    void everyPluginDependencyHasAVersion() {
        List<PluginDependency> dependencies =
                PluginDependency.parse(hpi.manifest().get("Plugin-Dependencies"));
        assertThat(dependencies).extracting(PluginDependency::id).doesNotHaveDuplicates();
        assertThat(dependencies)
                .isEqualTo(PluginDependency.parse(POM.property("plugin.dependencies")))
                .extracting(PluginDependency::id)
                .contains("workflow-step-api", "credentials", "structs");
    }

    /** "true" is a promise for every extension: one that says no to loading without a restart would break it. */
    @Test
    void noExtensionRefusesDynamicLoading() {
        assertThat(Repository.files(Repository.MAIN_JAVA, name -> name.endsWith(".java")))
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(Repository.text(source)).doesNotContainPattern("dynamicLoadable\\s*=\\s*\\S*NO\\b"));
    }

    private static Map<String, String> withoutTools(Map<String, String> manifest) {
        Map<String, String> attributes = new TreeMap<>(manifest);
        attributes.keySet().removeAll(List.of("Manifest-Version", "Created-By", "Ant-Version"));
        return attributes;
    }
}
