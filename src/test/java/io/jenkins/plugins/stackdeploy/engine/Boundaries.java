package io.jenkins.plugins.stackdeploy.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Counts the saves and the calls of a deployment: between them nothing outside changes. Before one of them, which is after
 * the one before, the controller dies; or the answer of one that is a call is lost.
 */
public final class Boundaries {
    private static final int NONE = -1;

    private final int crash;
    private final int lost;
    private final List<Integer> calls = new ArrayList<>();
    private int events;

    private Boundaries(int crash, int lost) {
        this.crash = crash;
        this.lost = lost;
    }

    /** Counts and lets everything pass. */
    public static Boundaries counting() {
        return new Boundaries(NONE, NONE);
    }

    /** The controller dies before an event. */
    public static Boundaries crashBefore(int event) {
        return new Boundaries(event, NONE);
    }

    /** The call that is an event takes effect, and its answer is lost. */
    public static Boundaries answerLost(int event) {
        return new Boundaries(NONE, event);
    }

    /** How many saves and calls there were. */
    public int events() {
        return events;
    }

    /** Which of them were calls. */
    public List<Integer> calls() {
        return calls;
    }

    private int next() {
        if (events == crash) {
            throw new Crash(crash);
        }
        return events++;
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

    /** A journal whose saves are events. */
    public Journal<Operation> around(Journal<Operation> journal) {
        return operation -> {
            next();
            journal.save(operation);
        };
    }

    /**
     * Makes a call, which is an event.
     *
     * @param call makes it
     * @param lost what a client throws when an answer is lost
     * @return its answer
     */
    public <T, E extends Exception> T call(Call<T, E> call, Supplier<E> lost) throws E {
        int event = next();
        calls.add(event);
        T answer = call.make();
        if (event == this.lost) {
            throw lost.get();
        }
        return answer;
    }
}
