package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Prints what a deployment says together with the facts that it tells of, so that each line is printed once whenever the
 * controller dies.
 *
 * <pre>
 *   line() line() --> save(): facts and lines --> printed --> marked as printed
 *   line() ---------- flush() at the turn's end --> printed     when there was nothing to save
 *   after a restart: lines that were saved and are not marked --> printed
 * </pre>
 *
 * Who dies before the save says the same again; who dies after it leaves the lines to be printed after the restart. Only
 * between a line's way into the log and its mark, where nothing is waited for, a crash has them printed twice.
 */
public final class HeldLines implements Console, Journal<Operation> {
    private static final Logger LOGGER = Logger.getLogger(HeldLines.class.getName());
    /** How many lines are saved at most, so that the facts stay small. */
    private static final int MOST_SAVED = 500;

    private final Console console;
    private final Journal<Operation> journal;
    private final PrintedMark mark;
    private final List<String> held = new ArrayList<>();

    /**
     * Nothing held yet.
     *
     * @param console where to print
     * @param journal what saves
     * @param mark remembers what was printed
     */
    public HeldLines(Console console, Journal<Operation> journal, PrintedMark mark) {
        this.console = console;
        this.journal = journal;
        this.mark = mark;
    }

    /**
     * Prints what was saved and, because of a crash, not printed.
     *
     * @param operation the facts as they were saved
     * @throws IOException when it cannot be told what was printed
     */
    public void resume(Operation operation) throws IOException {
        if (!operation.said().isEmpty() && mark.last() < operation.saidNumber()) {
            operation.said().forEach(console::line);
            printed(operation);
        }
    }

    @Override
    public synchronized void line(String line) {
        held.add(line);
    }

    /** Saves the facts with what was said, then prints it; when saving fails it stays held. */
    @Override
    public synchronized void save(Operation operation) throws IOException {
        operation.say(held.subList(0, Math.min(MOST_SAVED, held.size())));
        journal.save(operation);
        if (!held.isEmpty()) {
            print();
            printed(operation);
        }
    }

    @Override
    public synchronized void flush() {
        if (!held.isEmpty()) {
            print();
        }
    }

    private void print() {
        held.forEach(console::line);
        held.clear();
        console.flush();
    }

    private void printed(Operation operation) {
        try {
            mark.printed(operation.saidNumber());
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "After a restart a build may say again what it has said", failed);
        }
    }
}
