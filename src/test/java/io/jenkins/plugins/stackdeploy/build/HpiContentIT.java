package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin holds the plugin, its own libraries, and nothing else. */
class HpiContentIT {
    @TempDir
    static Path folder;

    private static Hpi hpi;

    @BeforeAll
    static void unpack() throws IOException {
        hpi = Hpi.unpack(folder);
    }

    @Test
    void archiveHoldsAManifestJarsAndWhatPagesLoad() {
        List<String> web = Repository.files(Repository.WEBAPP, name -> true).stream()
                .map(file -> Repository.relative(Repository.WEBAPP, file))
                .toList();
        assertThat(web).isNotEmpty();
        assertThat(hpi.entries()).containsAll(web);
        assertThat(hpi.entries())
                .filteredOn(name -> !web.contains(name))
                .allMatch(name -> name.equals("META-INF/MANIFEST.MF")
                        || (name.startsWith("WEB-INF/lib/") && name.endsWith(".jar")));
        assertThat(hpi.pluginJar()).isRegularFile();
    }

    @Test
    void bundledLibrariesAreTheOnesAllowed() {
        List<String> allowed = List.of(
                Pom.read("jenkins-pom.xml").property("hpi.bundledArtifacts").split(","));
        assertThat(hpi.libraries().keySet())
                .filteredOn(name -> !name.equals("stack-deploy.jar"))
                .extracting(name -> name.replaceFirst("-\\d[^-]*\\.jar$", ""))
                .containsExactlyElementsOf(allowed);
    }

    /** Two copies of such a library would not know each other's types; shaded ones would go unpatched. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com/fasterxml/jackson/",
                "com/google/common/",
                "com/google/gson/",
                "com/thoughtworks/xstream/",
                "groovy/",
                "kotlin/",
                "okhttp3/",
                "okio/",
                "org/apache/commons/codec/",
                "org/apache/commons/lang3/",
                "org/apache/http/",
                "org/bouncycastle/",
                "org/codehaus/groovy/",
                "org/slf4j/",
                "org/yaml/snakeyaml/",
                "software/amazon/"
            })
    void librariesThatJenkinsOffersAreNotBundled(String packagePrefix) {
        assertThat(hpi.libraries().values()).allSatisfy(jar -> assertThat(Hpi.entries(jar))
                .as(jar.getFileName().toString())
                .noneMatch(entry -> entry.contains(packagePrefix)));
    }

    @Test
    void standInForJenkinsStaysOutside() {
        List<Path> sources = Repository.files(Repository.EMBEDDED_JAVA, javaSource());
        assertThat(sources).isNotEmpty();
        assertThat(sources).allSatisfy(source -> {
            String name = className(Repository.EMBEDDED_JAVA, source);
            assertThat(hpi.pluginEntries())
                    .noneMatch(entry -> entry.equals(name + ".class") || entry.startsWith(name + "$"));
        });
        assertThat(Repository.files(Repository.EMBEDDED_RESOURCES, name -> true))
                .allSatisfy(resource -> assertThat(hpi.pluginEntries())
                        .doesNotContain(Repository.relative(Repository.EMBEDDED_RESOURCES, resource)));
    }

    @Test
    void everyClassIsInThePluginsOwnPackage() {
        assertThat(hpi.pluginEntries())
                .filteredOn(entry -> entry.endsWith(".class"))
                .isNotEmpty()
                .allMatch(entry -> entry.startsWith("io/jenkins/plugins/stackdeploy/"));
    }

    @Test
    void everySourceAndResourceIsInside() {
        assertThat(hpi.pluginEntries())
                .containsAll(Repository.files(Repository.MAIN_JAVA, javaSource()).stream()
                        .map(source -> className(Repository.MAIN_JAVA, source) + ".class")
                        .toList())
                .containsAll(Repository.files(Repository.MAIN_RESOURCES, name -> true).stream()
                        .map(resource -> Repository.relative(Repository.MAIN_RESOURCES, resource))
                        .toList());
    }

    @Test
    void textsAreCompiledIntoMessagesClasses() {
        assertThat(Repository.files(Repository.MAIN_RESOURCES, "Messages.properties"::equals))
                .allSatisfy(bundle -> assertThat(hpi.pluginEntries())
                        .contains(Repository.relative(Repository.MAIN_RESOURCES, bundle)
                                .replace(".properties", ".class")));
    }

    @Test
    void descriptionOfThePluginIsEscapedByDefault() {
        assertThat(hpi.pluginLines("index.jelly")).first().isEqualTo("<?jelly escape-by-default='true'?>");
    }

    private static Predicate<String> javaSource() {
        return name -> name.endsWith(".java");
    }

    private static String className(Path root, Path source) {
        return Repository.relative(root, source).replaceFirst("\\.java$", "");
    }
}
