package io.jenkins.plugins.stackdeploy.embedded.steps;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Copies sources into a workspace, without what version control and builds leave beside them. */
public final class Sources {
    private static final Set<String> LEFT_OUT = Set.of(".git", "target", "work");

    private Sources() {}

    /** @param source null to only make the workspace */
    public static void copy(Path source, Path workspace) throws IOException {
        Files.createDirectories(workspace);
        if (source == null || source.toRealPath().equals(workspace.toRealPath())) {
            return;
        }
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                boolean inside = folder.toAbsolutePath()
                        .normalize()
                        .equals(workspace.toAbsolutePath().normalize());
                if (inside
                        || (!folder.equals(source)
                                && LEFT_OUT.contains(folder.getFileName().toString()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(
                        workspace.resolve(source.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = workspace.resolve(source.relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
