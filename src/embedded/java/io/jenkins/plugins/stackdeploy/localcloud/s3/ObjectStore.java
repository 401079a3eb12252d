package io.jenkins.plugins.stackdeploy.localcloud.s3;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Buckets and their objects, in memory and, if there is a directory, in one file per object. Safe for several threads. */
public final class ObjectStore {
    private final Path directory;
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private final Map<String, StoredObject> objects = new TreeMap<>();

    private record Saved(String bucket, StoredObject object) {}

    /**
     * Reads what an earlier process left.
     *
     * @param directory made if it does not exist; null to keep nothing
     * @param buckets the buckets that exist
     * @throws IOException if a file cannot be read
     */
    public ObjectStore(Path directory, List<Bucket> buckets) throws IOException {
        this.directory = directory;
        buckets.forEach(bucket -> this.buckets.put(bucket.name(), bucket));
        if (directory != null) {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".json")).toList()) {
                    Saved saved = Json.MAPPER.readValue(file.toFile(), Saved.class);
                    objects.put(id(saved.bucket(), saved.object().key()), saved.object());
                }
            }
        }
    }

    synchronized Optional<Bucket> bucket(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    synchronized Optional<StoredObject> object(String bucket, String key) {
        return Optional.ofNullable(objects.get(id(bucket, key)));
    }

    /** Adds or replaces an object; on return it is on disk. */
    synchronized void put(String bucket, StoredObject object) {
        if (directory != null) {
            Path file = file(bucket, object.key());
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            try {
                Files.write(fresh, Json.MAPPER.writeValueAsBytes(new Saved(bucket, object)));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot save " + file, e);
            }
        }
        objects.put(id(bucket, object.key()), object);
    }

    /** Forgets every object, on disk too; the buckets stay. */
    public synchronized void clear() {
        if (directory != null) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot empty " + directory, e);
            }
        }
        objects.clear();
    }

    /** Returns the names of all objects as {@code BUCKET/KEY}, sorted. */
    public synchronized List<String> names() {
        return List.copyOf(objects.keySet());
    }

    private Path file(String bucket, String key) {
        return directory.resolve(Digests.sha256Hex(id(bucket, key)) + ".json");
    }

    private static String id(String bucket, String key) {
        return bucket + "/" + key;
    }
}
