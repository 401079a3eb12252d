package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All stacks of all accounts and regions, in memory and, if there is a directory, in one file each that is replaced
 * atomically. Guarded by the cloud's lock.
 */
public final class AwsStackStore {
    private final Path directory;
    private final Map<String, AwsStack> stacks = new LinkedHashMap<>();

    /**
     * Reads what an earlier process left.
     *
     * @param directory made if it does not exist; null to keep nothing
     * @throws IOException if a file cannot be read
     */
    public AwsStackStore(Path directory) throws IOException {
        this.directory = directory;
        if (directory != null) {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    AwsStack stack = Json.MAPPER.readValue(file.toFile(), AwsStack.class);
                    stacks.put(stack.id(), stack);
                }
            }
        }
    }

    /** Returns all stacks, deleted ones included. */
    public Collection<AwsStack> stacks() {
        return Collections.unmodifiableCollection(stacks.values());
    }

    /** Finds a stack by its id; null if there is none. */
    public AwsStack byId(String id) {
        return stacks.get(id);
    }

    /** Adds or replaces a stack; on return it is on disk. */
    public void save(AwsStack stack) {
        if (directory != null) {
            Path file = file(stack.id());
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            try {
                Files.write(fresh, Json.MAPPER.writeValueAsBytes(stack));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot save " + file, e);
            }
        }
        stacks.put(stack.id(), stack);
    }

    /** Forgets everything, on disk too. */
    public void clear() {
        if (directory != null) {
            for (String id : List.copyOf(stacks.keySet())) {
                try {
                    Files.deleteIfExists(file(id));
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot delete the stack " + id, e);
                }
            }
        }
        stacks.clear();
    }

    private Path file(String id) {
        return directory.resolve(id.substring(id.lastIndexOf('/') + 1) + ".json");
    }
}
