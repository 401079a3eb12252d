package io.jenkins.plugins.stackdeploy.report;

import hudson.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Which builds have something that is not over: a small file for each thing, in a directory of Jenkins' home, so that it is
 * known after a crash without reading all builds.
 */
public final class BuildIndex {
    private static final String UNFINISHED = ".part";

    private final Path directory;

    /**
     * An index of this controller.
     *
     * @param name the directory's name, below {@code stack-deploy}
     */
    public BuildIndex(String name) {
        this.directory =
                Jenkins.get().getRootDir().toPath().resolve("stack-deploy").resolve(name);
    }

    /**
     * Notes something of a build, or that its build has another name now.
     *
     * @param run the build
     * @param id unique in the index; letters, digits and hyphens
     * @throws IOException when it could not be noted
     */
    public void add(Run<?, ?> run, String id) throws IOException {
        Files.createDirectories(directory);
        Path part = directory.resolve(id + UNFINISHED);
        Files.writeString(part, run.getExternalizableId(), StandardCharsets.UTF_8);
        Files.move(part, directory.resolve(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets something; it need not be there. */
    public void remove(String id) throws IOException {
        Files.deleteIfExists(directory.resolve(id));
    }

    /** Whether something is noted. */
    public boolean has(String id) {
        return Files.exists(directory.resolve(id));
    }

    /**
     * All that is noted.
     *
     * @return the builds' externalizable ids by the ids of the things
     * @throws IOException when the directory cannot be read
     */
    public Map<String, String> all() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        if (!Files.isDirectory(directory)) {
            return all;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String id = String.valueOf(file.getFileName());
                if (!id.endsWith(UNFINISHED)) {
                    read(file).ifPresent(build -> all.put(id, build));
                }
            }
        }
        return all;
    }

    /** Another thread may just have removed it. */
    private static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }
}
