package jenkins.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.model.Jenkins;

/** A secret of one installation, kept in its home under an id. Unlike Jenkins' own it is kept as it is. */
public abstract class ConfidentialKey {
    private final String id;

    protected ConfidentialKey(String id) {
        this.id = id;
    }

    public final String getId() {
        return id;
    }

    /** @return null if nothing was stored yet */
    protected final byte[] load() throws IOException {
        Path file = file();
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }

    protected final void store(byte[] payload) throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), payload);
    }

    private Path file() {
        return Jenkins.get().getRootDir().toPath().resolve("secrets").resolve(id);
    }
}
