package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.engine.Entry;
import io.jenkins.plugins.stackdeploy.engine.Masking;
import io.jenkins.plugins.stackdeploy.engine.Recorder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The entries of one deployment as lines of JSON, appended one by one. A line that a crash tore off is ended by the next one
 * and passed over in reading. When there is too much, only failures go on to be kept, and in the end the last state of
 * everything else.
 */
final class EventFile implements Recorder {
    private static final Logger LOGGER = Logger.getLogger(EventFile.class.getName());

    private final Supplier<Path> file;
    private final SafeText safe;
    private final EventLimits limits;
    /** What was left out last of each resource and instance; empty as long as everything fits. */
    private final Map<String, Entry> leftOut = new LinkedHashMap<>();

    private int leftOutCount;
    /** How many lines there are; negative before that is known. */
    private int lines = -1;

    private long bytes;
    private boolean complained;

    /**
     * A file, new or of an earlier process.
     *
     * @param file where it is now: in a folder that exists
     * @param masking hides secrets
     * @param limits how much is kept
     */
    EventFile(Supplier<Path> file, Masking masking, EventLimits limits) {
        this.file = file;
        this.safe = new SafeText(masking);
        this.limits = limits;
    }

    @Override
    public synchronized void record(Entry entry) {
        try {
            measure();
            if (entry instanceof Entry.Ended) {
                appendLeftOut(entry.time());
            }
            if (hasRoom(entry)) {
                append(entry);
                leftOut.remove(subject(entry));
            } else {
                leftOutCount++;
                leftOut.put(subject(entry), entry);
            }
        } catch (IOException failed) {
            // Perhaps a part of the line was written: the next one must not be joined to it.
            lines = -1;
            complain(failed);
        }
    }

    /** Once: the file of a build that was deleted cannot be written for as long as the deployment goes on. */
    private void complain(IOException failed) {
        LOGGER.log(
                complained ? Level.FINE : Level.WARNING, "The page of a build lacks an event: " + file.get(), failed);
        complained = true;
    }

    private boolean hasRoom(Entry entry) {
        if (subject(entry) == null) {
            return true;
        }
        EventLimits limit = Tone.of(status(entry)) == Tone.FAILED ? limits.forFailures() : limits;
        return !limit.reached(lines, bytes);
    }

    /** What the entry is about, of which there may be many; null for what happens a few times only. */
    private static String subject(Entry entry) {
        if (entry instanceof Entry.Resource resource) {
            return resource.path();
        }
        return entry instanceof Entry.Instance instance ? instance.account() + "/" + instance.region() : null;
    }

    private static String status(Entry entry) {
        return entry instanceof Entry.Resource resource ? resource.status() : ((Entry.Instance) entry).status();
    }

    private void appendLeftOut(Instant time) throws IOException {
        if (leftOutCount == 0) {
            return;
        }
        for (Entry last : leftOut.values()) {
            append(last);
        }
        int lost = leftOutCount - leftOut.size();
        if (lost > 0) {
            append(new Entry.LeftOut(time, lost));
        }
        leftOut.clear();
        leftOutCount = 0;
    }

    private void append(Entry entry) throws IOException {
        ObjectNode json = ReportJson.MAPPER.valueToTree(entry);
        byte[] line = (safe.of(json) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
        lines++;
        bytes += line.length;
    }

    private void measure() throws IOException {
        if (lines >= 0) {
            return;
        }
        if (!Files.exists(file.get())) {
            lines = 0;
            return;
        }
        endTornLine();
        try (Stream<String> all = Files.lines(file.get(), StandardCharsets.ISO_8859_1)) {
            lines = Math.toIntExact(all.count());
        }
        bytes = Files.size(file.get());
    }

    private void endTornLine() throws IOException {
        try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            long size = channel.size();
            if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
            }
        }
    }
}
