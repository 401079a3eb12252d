package io.jenkins.plugins.stackdeploy.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A {@link History} in one file: the last 30 durations of each of the 2,000 kinds of operation that were added to last, and
 * none that was not added to for half a year. The file only helps to save calls; without it, or with a damaged one, the
 * history begins anew. Safe for use by many threads.
 */
public final class HistoryFile implements History {
    private static final Logger LOGGER = Logger.getLogger(HistoryFile.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_KINDS = 2_000;
    private static final int MOST_DURATIONS = 30;
    private static final int MOST_DAYS = 183;
    private static final long SECONDS_OF_A_DAY = 86_400;

    /** The durations of one kind, as they are in the file; the day is counted from 1970. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Kept(Key key, long day, List<Long> seconds) {}

    private final Path file;
    private final Executor writer;
    private final InstantSource clock;
    /** In the order in which they were added to; null before the file is read. */
    private Map<Key, Kept> kinds;

    private boolean writing;

    /**
     * A history, new or of an earlier process.
     *
     * @param file need not exist, nor its folder
     * @param writer writes it, off the thread that adds
     * @param clock tells the day
     */
    public HistoryFile(Path file, Executor writer, InstantSource clock) {
        this.file = file;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public synchronized List<Duration> of(Key key) {
        Kept kept = kinds().get(key);
        return kept == null
                ? List.of()
                : kept.seconds().stream().map(Duration::ofSeconds).toList();
    }

    @Override
    public synchronized void add(Key key, Duration duration) {
        Kept before = kinds().remove(key);
        List<Long> seconds = new ArrayList<>(before == null ? List.of() : before.seconds());
        seconds.add(duration.toSeconds());
        int first = Math.max(0, seconds.size() - MOST_DURATIONS);
        kinds.put(key, new Kept(key, today(), List.copyOf(seconds.subList(first, seconds.size()))));
        forgetOld();
        writeLater();
    }

    private long today() {
        return clock.instant().getEpochSecond() / SECONDS_OF_A_DAY;
    }

    private void forgetOld() {
        long oldest = today() - MOST_DAYS;
        int surplus = kinds.size() - MOST_KINDS;
        var each = kinds.values().iterator();
        for (int index = 0; each.hasNext(); index++) {
            if (each.next().day() >= oldest && index >= surplus) {
                return;
            }
            each.remove();
        }
    }

    private Map<Key, Kept> kinds() {
        if (kinds == null) {
            kinds = new LinkedHashMap<>();
            for (Kept kept : read()) {
                if (kept.key() != null && kept.seconds() != null) {
                    kinds.put(kept.key(), kept);
                }
            }
        }
        return kinds;
    }

    private List<Kept> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<List<Kept>>() {});
        } catch (IOException damaged) {
            LOGGER.log(Level.WARNING, "How long deployments took cannot be read and is forgotten: " + file, damaged);
            return List.of();
        }
    }

    /** Once for all that is added before it comes to writing. */
    private void writeLater() {
        if (writing) {
            return;
        }
        try {
            writer.execute(this::write);
            writing = true;
        } catch (RejectedExecutionException closed) {
            LOGGER.log(Level.FINE, "How long the last deployments took is not kept: Jenkins shuts down", closed);
        }
    }

    private void write() {
        List<Kept> all;
        synchronized (this) {
            writing = false;
            all = List.copyOf(kinds.values());
        }
        synchronized (writer) {
            try {
                Files.createDirectories(file.getParent());
                Path part = file.resolveSibling(file.getFileName() + ".part");
                Files.write(part, JSON.writeValueAsBytes(all));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                LOGGER.log(Level.WARNING, "How long deployments took cannot be written to " + file, failed);
            }
        }
    }
}
