package io.jenkins.plugins.stackdeploy.embedded.log;

import hudson.console.ConsoleLogFilter;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log file of a build, written line by line at its end, and shown elsewhere at the same time. */
public final class BuildLog {
    private static final String PIPELINE = "[Pipeline] ";

    private final OutputStream file;
    private final OutputStream console;
    private boolean closed;

    /** @param console where the lines are shown too; not closed */
    public BuildLog(Path file, OutputStream console) throws IOException {
        Files.createDirectories(file.getParent());
        this.file = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.console = console;
    }

    /** Writes a line about the course of the Pipeline. */
    public void pipeline(String text) {
        try {
            append((PIPELINE + text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private synchronized void append(byte[] line) throws IOException {
        if (closed) {
            return;
        }
        file.write(line);
        console.write(line);
        console.flush();
    }

    /** Writes nothing from now on: the build is over, or the process is meant to be dead. */
    public synchronized void close() throws IOException {
        closed = true;
        file.close();
    }

    public BuildListener listener() {
        return new LogListener(sink());
    }

    /** A listener whose output passes through a filter. */
    public BuildListener listener(ConsoleLogFilter filter, Run<?, ?> run) throws IOException, InterruptedException {
        return new LogListener(filter == null ? sink() : filter.decorateLogger(run, sink()));
    }

    private OutputStream sink() {
        return new LineOutputStream() {
            @Override
            protected void line(byte[] text) throws IOException {
                append(text);
            }
        };
    }

    private static final class LogListener implements BuildListener {
        private static final long serialVersionUID = 1L;
        private final transient PrintStream logger;

        LogListener(OutputStream out) {
            logger = new PrintStream(out, false, StandardCharsets.UTF_8);
        }

        @Override
        public PrintStream getLogger() {
            return logger;
        }
    }
}
