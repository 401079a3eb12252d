package io.jenkins.plugins.stackdeploy.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where things are in the checked-out repository. Maven runs the tests with the project's root as working directory. */
final class Repository {
    static final Path ROOT = Path.of("").toAbsolutePath();
    static final Path MAIN_JAVA = ROOT.resolve("src/main/java");
    static final Path MAIN_RESOURCES = ROOT.resolve("src/main/resources");
    static final Path WEBAPP = ROOT.resolve("src/main/webapp");
    static final Path EMBEDDED_JAVA = ROOT.resolve("src/embedded/java");
    static final Path EMBEDDED_RESOURCES = ROOT.resolve("src/embedded/resources");

    private Repository() {}

    /** The regular files below {@code folder} whose file name passes, sorted; none when the folder does not exist. */
    static List<Path> files(Path folder, Predicate<String> fileName) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> fileName.test(path.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a UTF-8 file; malformed bytes are an error. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The name of {@code file} relative to {@code folder}, with slashes on every system. */
    static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
