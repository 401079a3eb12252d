package io.jenkins.plugins.stackdeploy.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lines that somebody types, read on a thread of its own so that waiting for one can end. */
final class TerminalInput {
    private final BufferedReader in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private volatile boolean over;
    private volatile IOException failure;
    private boolean started;

    TerminalInput(BufferedReader in) {
        this.in = in;
    }

    /**
     * The next line.
     *
     * @return empty when there is none within the time
     */
    Optional<String> line(Duration time) throws IOException, InterruptedException {
        if (!started) {
            started = true;
            Thread reader = new Thread(this::read, "terminal");
            reader.setDaemon(true);
            reader.start();
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(lines.poll(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Whether there will be no further line. */
    boolean isOver() {
        return over && lines.isEmpty();
    }

    private void read() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            failure = e;
        }
        over = true;
    }
}
