package jenkins.model;

import hudson.Util;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/** What makes one installation different from every other, kept in its home. */
record InstanceSecrets(String instanceId) {
    private static final int BYTES = 32;

    static InstanceSecrets in(File home) throws IOException {
        Files.createDirectories(home.toPath());
        Path file = home.toPath().resolve("secret.key");
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Files.writeString(file, Util.toHexString(random), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // An earlier start made it: that one counts.
            return new InstanceSecrets(
                    Files.readString(file, StandardCharsets.UTF_8).trim());
        }
        return new InstanceSecrets(Util.toHexString(random));
    }
}
