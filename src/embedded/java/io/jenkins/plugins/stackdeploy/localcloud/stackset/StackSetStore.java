package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All stack sets, in memory and, if there is a directory, in one file each that is replaced atomically: a process that dies
 * between two requests loses nothing that it has answered. Guarded by the cloud's lock.
 */
final class StackSetStore {
    private final Path directory;
    private final List<StackSetRecord> sets = new ArrayList<>();

    /**
     * Reads what an earlier process left.
     *
     * @param directory made if it does not exist; null to keep nothing
     * @throws IOException if a file cannot be read
     */
    StackSetStore(Path directory) throws IOException {
        this.directory = directory;
        if (directory != null) {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    sets.add(Json.MAPPER.readValue(file.toFile(), StackSetRecord.class));
                }
            }
        }
    }

    /** Returns all sets, deleted ones included. */
    List<StackSetRecord> all() {
        return sets;
    }

    /** Finds a live set by its name or its id. */
    Optional<StackSetRecord> find(String accountId, String region, String nameOrId) {
        return sets.stream()
                .filter(set -> !set.deleted()
                        && set.accountId().equals(accountId)
                        && set.region().equals(region)
                        && (set.name().equals(nameOrId) || set.id().equals(nameOrId)))
                .findFirst();
    }

    /** Saves a set, new or changed; on return it is on disk. */
    void save(StackSetRecord set) {
        if (directory != null) {
            Path file = file(set);
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            try {
                Files.write(fresh, Json.MAPPER.writeValueAsBytes(set));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot save " + file, e);
            }
        }
        if (!sets.contains(set)) {
            sets.add(set);
        }
    }

    /** Forgets everything, on disk too. */
    void clear() {
        if (directory != null) {
            for (StackSetRecord set : sets) {
                try {
                    Files.deleteIfExists(file(set));
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot delete the stack set " + set.name(), e);
                }
            }
        }
        sets.clear();
    }

    private Path file(StackSetRecord set) {
        return directory.resolve(set.id().replace(':', '_') + ".json");
    }
}
