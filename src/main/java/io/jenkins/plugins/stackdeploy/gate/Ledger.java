package io.jenkins.plugins.stackdeploy.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.stackdeploy.engine.Disk;
import io.jenkins.plugins.stackdeploy.engine.InstantJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The decisions of one gate in a file of JSON lines. Lines are only ever added, each forced to the disk before
 * {@link #append} returns.
 *
 * <p>A line without its line feed is what a crash left of a write that nobody was told of: it is cut off. Anything else
 * that cannot be read, or a number that is out of turn, means that somebody changed the file, and is an error.
 *
 * <p>Not safe for use by several threads at once; a {@link Gate} takes care of that.
 */
public final class Ledger {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .addModule(InstantJson.module())
            .build();

    private final Supplier<Path> file;
    private final List<Decision> decisions;
    private long length;
    /** Up to where a write that failed may have come; what is there counts for nothing. */
    private long attempted;

    private Ledger(Supplier<Path> file, List<Decision> decisions, long length) {
        this.file = file;
        this.decisions = decisions;
        this.length = length;
    }

    /**
     * Reads a ledger.
     *
     * @param where tells where it is kept now, since what it belongs to may be moved; made with its directory when the first
     *     decision is added
     * @throws IOException when it cannot be read, or was changed by somebody else
     */
    public static Ledger open(Supplier<Path> where) throws IOException {
        Path file = where.get();
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        List<Decision> decisions = new ArrayList<>();
        for (String line :
                new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            decisions.add(read(file, line, decisions.size() + 1));
        }
        return new Ledger(where, decisions, whole);
    }

    private static Decision read(Path file, String line, int number) throws IOException {
        Decision decision;
        try {
            decision = JSON.readValue(line, Decision.class);
        } catch (JsonProcessingException odd) {
            throw new IOException(Messages.Ledger_unreadable(file, String.valueOf(number)), odd);
        }
        if (decision == null || decision.number() != number || decision.kind() == null) {
            throw new IOException(Messages.Ledger_unreadable(file, String.valueOf(number)));
        }
        return decision;
    }

    /** What was decided so far, in order. */
    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** The number of the next decision. */
    int next() {
        return decisions.size() + 1;
    }

    /**
     * Adds a decision; a crash cannot undo it once this returns.
     *
     * @throws IOException when it could not be written; then it counts for nothing. Also when the file has decisions that this
     *     ledger does not know: they are not cut off
     */
    void append(Decision decision) throws IOException {
        Path path = file.get();
        boolean isFirst = length == 0;
        if (isFirst) {
            Files.createDirectories(path.toAbsolutePath().getParent());
        }
        ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(decision) + "\n").getBytes(StandardCharsets.UTF_8));
        int size = line.remaining();
        // A ledger that is gone is not begun again in the middle.
        try (FileChannel channel = FileChannel.open(
                path,
                isFirst
                        ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                        : Set.of(StandardOpenOption.WRITE))) {
            refuseUnknownLines(path, channel);
            // Cuts off what an earlier write left that failed half-way.
            channel.truncate(length);
            attempted = length + size;
            channel.position(length);
            while (line.hasRemaining()) {
                channel.write(line);
            }
            Disk.force(channel);
        }
        length += size;
        decisions.add(decision);
    }

    /** Whole lines are decisions, whoever wrote them, unless this ledger could not finish writing them. */
    private void refuseUnknownLines(Path path, FileChannel channel) throws IOException {
        if (channel.size() <= Math.max(length, attempted)) {
            return;
        }
        byte[] whole = Files.readAllBytes(path);
        for (int at = (int) length; at < whole.length; at++) {
            if (whole[at] == '\n') {
                throw new IOException(Messages.Ledger_longer(path, String.valueOf(next())));
            }
        }
    }
}
