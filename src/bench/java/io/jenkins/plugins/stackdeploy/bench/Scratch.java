package io.jenkins.plugins.stackdeploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Folders that nobody needs afterwards, and work whose end nobody waits for. */
final class Scratch {
    private static final Logger LOGGER = Logger.getLogger(Scratch.class.getName());
    private static final Path PLACE = Path.of("target", "bench", "scratch").toAbsolutePath();

    private Scratch() {}

    static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(PLACE), "");
    }

    /** Does something that is broken off when the measurement is over. */
    static void run(Callable<?> work) {
        try {
            work.call();
        } catch (Exception brokenOff) {
            LOGGER.log(Level.FINE, "Broken off", brokenOff);
        }
    }
}
