package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All stacks, in memory and, if there is a directory, in one file per family that is replaced atomically: a process that
 * dies between two requests loses nothing that it has answered. Guarded by the cloud's lock.
 */
public final class StackStore {
    private final Path directory;
    private final Map<String, StackFamily> families = new LinkedHashMap<>();
    private final Map<String, StackFamily> byStack = new HashMap<>();
    private final Map<String, TokenUse> tokens = new HashMap<>();

    /**
     * Reads what an earlier process left.
     *
     * @param directory made if it does not exist; null to keep nothing
     * @throws IOException if a file cannot be read
     */
    public StackStore(Path directory) throws IOException {
        this.directory = directory;
        if (directory != null) {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    index(Json.MAPPER.readValue(file.toFile(), StackFamily.class));
                }
            }
        }
    }

    /** Returns all families. */
    public Collection<StackFamily> families() {
        return families.values();
    }

    /** Finds the family of a stack, nested or not. */
    public Optional<StackFamily> familyOf(String stackId) {
        return Optional.ofNullable(byStack.get(stackId));
    }

    /** Finds the earlier use of a ClientToken by an account. */
    public Optional<TokenUse> token(String accountId, String token) {
        return Optional.ofNullable(tokens.get(accountId + " " + token));
    }

    /** Replaces a family; on return it is on disk. */
    public void save(StackFamily family) {
        if (directory != null) {
            Path file = directory.resolve(family.root().id() + ".json");
            Path fresh = directory.resolve(family.root().id() + ".tmp");
            try {
                Files.write(fresh, Json.MAPPER.writeValueAsBytes(family));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot save " + file, e);
            }
        }
        index(family);
    }

    /** Forgets everything, on disk too. */
    public void clear() {
        if (directory != null) {
            for (String id : List.copyOf(families.keySet())) {
                try {
                    Files.deleteIfExists(directory.resolve(id + ".json"));
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot delete the stack " + id, e);
                }
            }
        }
        families.clear();
        byStack.clear();
        tokens.clear();
    }

    private void index(StackFamily family) {
        StackFamily old = families.put(family.root().id(), family);
        if (old != null) {
            old.stacks().forEach(stack -> byStack.remove(stack.id()));
        }
        family.stacks().forEach(stack -> byStack.put(stack.id(), family));
        family.tokens().forEach(use -> tokens.put(family.root().accountId() + " " + use.token(), use));
    }
}
