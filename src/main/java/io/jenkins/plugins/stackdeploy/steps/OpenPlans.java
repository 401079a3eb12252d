package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Which builds have planned something that may still wait to be deployed: a file for each, in the directory
 * {@code stack-deploy/open-plans} of Jenkins' home, so that it is known after a crash without reading all builds.
 */
final class OpenPlans {
    private final Path directory;

    /** Those of this controller. */
    OpenPlans() {
        this.directory =
                Jenkins.get().getRootDir().toPath().resolve("stack-deploy").resolve("open-plans");
    }

    /**
     * Notes a plan before anything is done for it.
     *
     * @param run the build
     * @param id the planning's id in the build
     */
    void add(Run<?, ?> run, String id) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(id), run.getExternalizableId(), StandardCharsets.UTF_8);
    }

    /** Forgets a plan of which nothing is left to be removed. */
    void remove(String id) throws IOException {
        Files.deleteIfExists(directory.resolve(id));
    }

    /**
     * All that are noted.
     *
     * @return the builds' externalizable ids by the plannings'
     */
    Map<String, String> all() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        if (!Files.isDirectory(directory)) {
            return all;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String id = String.valueOf(file.getFileName());
                try {
                    all.put(id, Files.readString(file, StandardCharsets.UTF_8));
                } catch (NoSuchFileException removed) {
                    // Another thread has just removed this plan.
                    all.remove(id);
                }
            }
        }
        return all;
    }
}
