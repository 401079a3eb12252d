package io.jenkins.plugins.stackdeploy.localcloud.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Every request, in memory and, if there is a file, as one JSON line each, written before the answer goes out. Safe for
 * use by several threads.
 */
public final class RequestLog {
    private final Path file;
    private final List<RequestRecord> records = new ArrayList<>();

    /**
     * Reads what an earlier process wrote. A last line that it did not finish is dropped.
     *
     * @param file where to write, or null
     * @throws IOException if the file cannot be read
     */
    public RequestLog(Path file) throws IOException {
        this.file = file;
        if (file != null && Files.exists(file)) {
            String text = Files.readString(file);
            int end = text.lastIndexOf('\n') + 1;
            for (String line : text.substring(0, end).split("\n")) {
                if (!line.isEmpty()) {
                    records.add(Json.MAPPER.readValue(line, RequestRecord.class));
                }
            }
            if (end < text.length()) {
                Files.writeString(file, text.substring(0, end));
            }
        }
    }

    /** Adds a record. */
    public synchronized void add(RequestRecord request) {
        if (file != null) {
            try {
                Files.writeString(
                        file,
                        Json.MAPPER.writeValueAsString(request) + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
        records.add(request);
    }

    /** Returns all records, the oldest first. */
    public synchronized List<RequestRecord> all() {
        return List.copyOf(records);
    }

    /** Forgets all records, on disk too. */
    public synchronized void clear() {
        records.clear();
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + file, e);
            }
        }
    }
}
