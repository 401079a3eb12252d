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
     * Notes something of a build.
     *
     * @param run the build
     * @param id unique in the index; letters, digits and hyphens
     * @throws IOException when it could not be noted
     */
    public void add(Run<?, ?> run, String id) throws IOException {
        write(id, run.getExternalizableId());
    }

    private void write(String id, String build) throws IOException {
        Files.createDirectories(directory);
        Path part = directory.resolve(id + UNFINISHED);
        Files.writeString(part, build, StandardCharsets.UTF_8);
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
     * The build of something.
     *
     * @return its externalizable id; empty when nothing is noted
     * @throws IOException when it cannot be read
     */
    public Optional<String> build(String id) throws IOException {
        return read(directory.resolve(id));
    }

    /**
     * Follows a job to another name.
     *
     * @param oldFullName what its builds are noted under
     * @param newFullName what they are called now
     * @throws IOException when the directory cannot be read or written
     */
    public void rename(String oldFullName, String newFullName) throws IOException {
        for (Map.Entry<String, String> each : all().entrySet()) {
            int number = each.getValue().lastIndexOf('#');
            if (number > 0 && each.getValue().substring(0, number).equals(oldFullName)) {
                write(each.getKey(), newFullName + each.getValue().substring(number));
            }
        }
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
