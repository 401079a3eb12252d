package io.jenkins.plugins.stackdeploy.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every file of a kind, whoever adds the next one. */
class RepositoryPromisesTest {
    /** Written in two halves so that this file keeps its own promise. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    /** The target of a Markdown link that is neither an address nor an anchor of the same page. */
    private static final Pattern LOCAL_LINK = Pattern.compile("]\\((?![a-z]+:|#)([^)#]+)[^)]*\\)");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "work", ".idea", ".vscode");
    private static final Set<String> TEXT = Set.of(
            "java",
            "jelly",
            "html",
            "properties",
            "md",
            "xml",
            "yaml",
            "yml",
            "json",
            "js",
            "css",
            "groovy",
            "sh",
            "txt",
            "Jenkinsfile",
            "demo",
            "run");

    @Test
    void nothingIsMarkedAsUnfinished() throws IOException {
        List<Path> files = textFiles();
        assertThat(files).contains(Repository.ROOT.resolve("pom.xml"));
        assertThat(files).allSatisfy(file -> assertThat(Repository.text(file)
                        .lines()
                        .filter(line -> UNFINISHED.matcher(line).find()))
                .as(file.toString())
                .isEmpty());
    }

    @Test
    void jellyViewsEscapeAndRunNoInlineCode() {
        assertThat(Repository.files(Repository.MAIN_RESOURCES, name -> name.endsWith(".jelly")))
                .allSatisfy(file -> {
                    JellyView view = JellyView.read(file);
                    assertThat(view.firstLine()).isEqualTo("<?jelly escape-by-default='true'?>");
                    assertThat(view.problems()).isEmpty();
                });
    }

    /** The side panels of builds and jobs are panels already; one in another makes two of one id, and breaks the page. */
    @Test
    void noSidePanelIsPutIntoAnother() {
        assertThat(Repository.files(Repository.MAIN_RESOURCES, name -> name.endsWith(".jelly")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Repository.text(file))
                        .as(file.toString())
                        .doesNotContainPattern("(?s)<l:side-panel[^>]*>(?:(?!</l:side-panel>).)*page=\"sidepanel"));
    }

    @Test
    void everyTextIsAlsoInChinese() {
        assertThat(bundles()).allSatisfy(english -> {
            Path chinese = sibling(english, ".properties", "_zh_CN.properties");
            assertThat(chinese).exists();
            TextBundle ours = TextBundle.read(english);
            TextBundle theirs = TextBundle.read(chinese);
            assertThat(theirs.keys()).isEqualTo(ours.keys());
            assertThat(ours.keys())
                    .allSatisfy(
                            key -> assertThat(theirs.placeholders(key)).as(key).isEqualTo(ours.placeholders(key)));
        });
    }

    @Test
    void everyTextIsAValidMessageFormat() {
        assertThat(Repository.files(Repository.MAIN_RESOURCES, name -> name.endsWith(".properties")))
                .allSatisfy(file -> assertThat(TextBundle.read(file).problems()).isEmpty());
    }

    @Test
    void noChineseTextHasLostItsEnglishOne() {
        assertThat(Repository.files(Repository.MAIN_RESOURCES, name -> name.contains("_zh_CN.")))
                .allSatisfy(file -> assertThat(Path.of(file.toString().replace("_zh_CN.", ".")))
                        .exists());
    }

    @Test
    void everyHelpIsAlsoInChinese() {
        List<Path> helps = Repository.files(
                Repository.MAIN_RESOURCES,
                name -> name.startsWith("help") && name.endsWith(".html") && !name.contains("_zh_CN"));
        assertThat(helps).allSatisfy(english -> {
            Path chinese = sibling(english, ".html", "_zh_CN.html");
            assertThat(chinese).exists();
            assertThat(Repository.text(chinese)).containsPattern(HAN).doesNotContainIgnoringCase("<script");
            assertThat(Repository.text(english)).isNotBlank().doesNotContainIgnoringCase("<script");
        });
    }

    @Test
    void scriptsThatTheReadmeNamesCanBeExecuted() {
        assertThat(Stream.of("mvnw", ".ci/run").map(Repository.ROOT::resolve))
                .allSatisfy(script -> assertThat(script).isExecutable());
    }

    /** What a contributor runs by the README and what a build machine runs must not differ. */
    @Test
    void continuousIntegrationRunsTheReadmesTestCommand() {
        List<String> commands = Repository.text(Repository.ROOT.resolve(".ci/run"))
                .lines()
                .filter(line -> line.startsWith("exec "))
                .toList();
        assertThat(commands).hasSize(1);
        assertThat(Repository.text(Repository.ROOT.resolve("README.md")))
                .contains("The test command is `" + commands.get(0).substring("exec ".length()) + "`");
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() throws IOException {
        List<Path> documents = textFiles().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
        assertThat(documents).isNotEmpty().allSatisfy(document -> assertThat(LOCAL_LINK
                        .matcher(Repository.text(document))
                        .results()
                        .map(link -> document.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists()));
    }

    private static List<Path> bundles() {
        return Repository.files(
                Repository.MAIN_RESOURCES, name -> name.endsWith(".properties") && !name.contains("_zh_CN"));
    }

    private static Path sibling(Path file, String ending, String replacement) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ending.length()) + replacement);
    }

    private static List<Path> textFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Repository.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (TEXT.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
