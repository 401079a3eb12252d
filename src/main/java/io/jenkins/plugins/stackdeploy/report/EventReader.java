package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the entries that an {@link EventFile} has written. */
final class EventReader {
    private static final Logger LOGGER = Logger.getLogger(EventReader.class.getName());

    private EventReader() {}

    /**
     * Reads them all, in the order in which they were written.
     *
     * @param file the file
     * @param reader told each entry; lines that a crash tore off or a newer version wrote are passed over
     * @throws IOException when the file cannot be read
     */
    static void read(Path file, Consumer<Entry> reader) throws IOException {
        // What a crash has left may not be UTF-8 to the end: this way of decoding replaces that and does not fail.
        try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(text)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    read(line, file, reader);
                }
            }
        }
    }

    private static void read(String line, Path file, Consumer<Entry> reader) {
        Entry entry;
        try {
            entry = ReportJson.MAPPER.readValue(line, Entry.class);
        } catch (JsonProcessingException torn) {
            LOGGER.log(Level.FINE, "A line of " + file + " was passed over", torn);
            return;
        }
        if (entry != null && entry.time() != null) {
            reader.accept(entry);
        }
    }
}
