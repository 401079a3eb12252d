package io.jenkins.plugins.stackdeploy.localcloud;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.auth.KeyRing;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the keys that AssumeRole issued, so that they work after a restart too. */
final class SessionKeyFile {
    private final Path file;
    private final KeyRing keys;

    /**
     * @param file where to keep them, or null to keep nothing
     */
    SessionKeyFile(Path file, KeyRing keys) {
        this.file = file;
        this.keys = keys;
    }

    void load() throws IOException {
        if (file != null && Files.exists(file)) {
            for (Credential credential : Json.MAPPER.readValue(file.toFile(), Credential[].class)) {
                keys.add(credential);
            }
        }
    }

    synchronized void save() {
        if (file == null) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(fresh, Json.MAPPER.writeValueAsBytes(keys.temporary()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save " + file, e);
        }
    }
}
