package io.jenkins.plugins.stackdeploy.kills;

import io.jenkins.plugins.stackdeploy.engine.Journal;
import io.jenkins.plugins.stackdeploy.engine.Operation;
import io.jenkins.plugins.stackdeploy.report.DeploymentFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The saves and calls of one life of a controller: between them nothing outside of it changes. Lists what could befall it
 * there, and lets one of these happen.
 */
public final class Boundaries {
    private static final List<Kill.How> OF_SAVES = List.of(
            Kill.How.DIES_BEFORE,
            Kill.How.LEAVES_EMPTY_FILE,
            Kill.How.LEAVES_HALF_A_FILE,
            Kill.How.LEAVES_GARBAGE,
            Kill.How.DIES_AFTER);

    private final Kill kill;
    private final List<Kill> kills = new ArrayList<>();
    private int events;
    private boolean happened;

    private Boundaries(Kill kill) {
        this.kill = kill;
    }

    /** A life without accidents. */
    public static Boundaries quiet() {
        return new Boundaries(null);
    }

    /** A life with one. */
    public static Boundaries with(Kill kill) {
        return new Boundaries(kill);
    }

    /** What could befall it, as far as it has gone. */
    public List<Kill> kills() {
        return kills;
    }

    /** Whether the accident has happened. */
    public boolean happened() {
        return happened;
    }

    private Kill.How strike(int event) {
        boolean now = kill != null && kill.event() == event;
        happened |= now;
        return now ? kill.how() : null;
    }

    /** The journal of a deployment's files. */
    public Journal<Operation> journal(DeploymentFiles files) {
        return operation -> {
            int event = events++;
            OF_SAVES.forEach(how -> kills.add(new Kill(event, how, how == Kill.How.DIES_AFTER)));
            Kill.How how = strike(event);
            if (how == null) {
                files.journal().save(operation);
                return;
            }
            switch (how) {
                case LEAVES_EMPTY_FILE -> tear(files, new byte[0]);
                case LEAVES_HALF_A_FILE -> {
                    byte[] whole = whole(files, operation);
                    tear(files, Arrays.copyOf(whole, whole.length / 2));
                }
                case LEAVES_GARBAGE -> tear(files, new byte[4096]);
                case DIES_AFTER -> files.journal().save(operation);
                default -> {
                    // Before: nothing is written.
                }
            }
            throw new Crash(kill);
        };
    }

    private static byte[] whole(DeploymentFiles files, Operation operation) throws IOException {
        Path elsewhere = files.path("elsewhere");
        new DeploymentFiles(elsewhere).journal().save(operation);
        return Files.readAllBytes(elsewhere.resolve("operation.json"));
    }

    private static void tear(DeploymentFiles files, byte[] content) throws IOException {
        Path part = files.path("operation.json.part");
        Files.createDirectories(part.getParent());
        Files.write(part, content);
    }

    /**
     * A call.
     *
     * @param <T> its answer
     * @param <E> how it fails
     */
    @FunctionalInterface
    public interface Call<T, E extends Exception> {
        /** Makes the call. */
        T make() throws E;
    }

    /**
     * Makes a call.
     *
     * @param action its name, which tells whether it only reads
     * @param call makes it
     * @param lost what a client throws when an answer is lost
     * @return its answer
     */
    public <T, E extends Exception> T call(String action, Call<T, E> call, Supplier<E> lost) throws E {
        int event = events++;
        boolean changes = !action.matches("(?i)(get|list|describe|detect|validate|preview).*");
        kills.add(new Kill(event, Kill.How.DIES_BEFORE, changes));
        if (changes) {
            kills.add(new Kill(event, Kill.How.DIES_AFTER, true));
        }
        kills.add(new Kill(event, Kill.How.LOSES_ANSWER, false));
        Kill.How how = strike(event);
        if (how == Kill.How.DIES_BEFORE) {
            throw new Crash(kill);
        }
        T answer;
        try {
            answer = call.make();
        } catch (Exception refused) {
            if (how == Kill.How.DIES_AFTER) {
                throw new Crash(kill);
            }
            throw refused;
        }
        if (how == Kill.How.DIES_AFTER) {
            throw new Crash(kill);
        }
        if (how == Kill.How.LOSES_ANSWER) {
            throw lost.get();
        }
        return answer;
    }
}
