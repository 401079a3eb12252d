package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Extension;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jenkins finds in the plugin by index and by reflection. */
class HpiExtensionsIT {
    private static final String EXTENSIONS = "META-INF/annotations/hudson.Extension.txt";
    private static final String SYMBOLS = "META-INF/annotations/org.jenkinsci.Symbol";

    @TempDir
    static Path folder;

    private static Hpi hpi;
    private static PluginClasses classes;

    @BeforeAll
    static void unpack() throws IOException {
        hpi = Hpi.unpack(folder);
        classes = new PluginClasses(hpi.pluginJar());
    }

    @AfterAll
    static void close() throws IOException {
        classes.close();
    }

    @Test
    void extensionIndexNamesEveryExtensionAndNothingElse() {
        SortedSet<String> indexed = extensionClasses();
        assertThat(indexed).allSatisfy(name -> assertThat(hpi.pluginEntries()).contains(entry(name)));
        assertThat(topLevel(indexed)).isEqualTo(sourcesWith("Extension"));
    }

    @Test
    void binaryExtensionIndexAgreesWithTheReadableOne() {
        SortedSet<String> loaded = StreamSupport.stream(
                        Index.load(Extension.class, Object.class, classes).spliterator(), false)
                .map(IndexItem::className)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(loaded).isEqualTo(extensionClasses());
    }

    @Test
    void symbolIndexNamesEverySymbolAndNothingElse() {
        SortedSet<String> indexed = new TreeSet<>(hpi.pluginLines(SYMBOLS));
        assertThat(indexed).allSatisfy(name -> assertThat(hpi.pluginEntries()).contains(entry(name)));
        assertThat(topLevel(indexed)).isEqualTo(sourcesWith("Symbol"));
    }

    /** Stapler and structs bind arguments by the names of constructor and method parameters. */
    @Test
    void parameterNamesAreKept() {
        List<Executable> withParameters = classes.all().stream()
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .flatMap(type -> Stream.<Executable>concat(
                        Arrays.<Constructor<?>>stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getDeclaredMethods())))
                .filter(executable -> Modifier.isPublic(executable.getModifiers()) && !executable.isSynthetic())
                .filter(executable -> executable.getParameterCount() > 0)
                .toList();
        assertThat(withParameters).allSatisfy(executable -> assertThat(executable.getParameters())
                .allMatch(parameter -> parameter.isNamePresent()));
        assertThat(withParameters.isEmpty())
                .as("no public parameter anywhere, so nothing was checked")
                .isEqualTo(Repository.files(Repository.MAIN_JAVA, name -> !name.equals("package-info.java"))
                        .isEmpty());
    }

    @Test
    void everythingConfigurableHasAForm() {
        assertThat(described()).allSatisfy(described -> assertThat(described.resources("config.jelly"))
                .as(described.type().getName())
                .anyMatch(hpi.pluginEntries()::contains));
    }

    @Test
    void everyFieldHasHelpInBothLanguages() {
        assertThat(described()).allSatisfy(described -> {
            assertThat(described.properties()).allSatisfy(property -> {
                assertHelp(described, "help-" + property + ".html");
                assertHelp(described, "help-" + property + "_zh_CN.html");
            });
            if (described.isStep()) {
                assertHelp(described, "help.html");
                assertHelp(described, "help_zh_CN.html");
            }
        });
    }

    private static void assertHelp(DescribedClass described, String file) {
        assertThat(described.resources(file))
                .as("%s of %s", file, described.type().getName())
                .anyMatch(hpi.pluginEntries()::contains);
    }

    private static List<DescribedClass> described() {
        return extensionClasses().stream()
                .map(classes::load)
                .flatMap(extension -> DescribedClass.of(extension).stream())
                .toList();
    }

    /** The names before the brace or the first space in the readable index; members are written class#member. */
    private static SortedSet<String> extensionClasses() {
        return hpi.pluginLines(EXTENSIONS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{# ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> topLevel(SortedSet<String> names) {
        return names.stream()
                .map(name -> name.replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> sourcesWith(String annotation) {
        Pattern line = Pattern.compile("(?m)^\\s*@" + annotation + "\\b");
        return Repository.files(Repository.MAIN_JAVA, name -> name.endsWith(".java")).stream()
                .filter(source -> line.matcher(Repository.text(source)).find())
                .map(source -> Repository.relative(Repository.MAIN_JAVA, source)
                        .replaceFirst("\\.java$", "")
                        .replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String entry(String className) {
        return className.replace('.', '/') + ".class";
    }
}
