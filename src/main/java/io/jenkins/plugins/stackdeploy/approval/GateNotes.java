package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.engine.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What happens at a gate after its build has ended, and with it the build's log. The gate's page shows the last lines. There
 * are never more than a few hundred.
 */
final class GateNotes implements Console {
    private static final Logger LOGGER = Logger.getLogger(GateNotes.class.getName());
    private static final String FILE = "notes.log";
    private static final int MOST = 400;
    private static final int SHOWN = 100;

    private final Run<?, ?> run;
    private final String key;
    private final InstantSource clock;

    GateNotes(Run<?, ?> run, String key, InstantSource clock) {
        this.run = run;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public synchronized void line(String line) {
        Path file = file();
        if (!Files.isDirectory(file.getParent())) {
            // The build is deleted; nothing of it may come back.
            return;
        }
        try {
            List<String> lines = read(file);
            if (lines.size() >= MOST) {
                Files.write(file, lines.subList(lines.size() - SHOWN, lines.size()), StandardCharsets.UTF_8);
            }
            Files.writeString(
                    file,
                    Times.tell(clock.instant()) + "  " + line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "The notes of a gate cannot be written", failed);
        }
    }

    /** The last lines, oldest first; none for a gate in a build that has a log of its own. */
    static List<String> shown(Run<?, ?> run, String key) throws IOException {
        List<String> lines = new GateNotes(run, key, InstantSource.system()).lines();
        return lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
    }

    /** Asked for each time: the job may get another name while the gate waits. */
    private Path file() {
        return GateFiles.folder(run, key).path(FILE);
    }

    private List<String> lines() throws IOException {
        return read(file());
    }

    private static List<String> read(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}
