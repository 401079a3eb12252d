package io.jenkins.plugins.stackdeploy.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes a {@link Deployment} from turn to turn: calls that fail for passing reasons are made again, a request to stop is
 * passed on, the deadline is kept, and the outcome is saved before it is told.
 */
public final class DeploymentRun implements Wait {
    private static final Logger LOGGER = Logger.getLogger(DeploymentRun.class.getName());
    /** After so many failures in a row people want to know what holds the deployment up. */
    private static final int TELL_AFTER = 4;

    private static final int MOST_DEFECTS = 5;
    private final Deployment deployment;

    private final Journal<Operation> journal;
    private final Console console;
    private final Masking masking;
    private final Consumer<Outcome> listener;
    private final InstantSource clock;
    private final Backoff backoff;
    private int failures;
    private int defects;
    private boolean told;
    private volatile StopRequest stopRequest;
    private volatile String trouble;

    /**
     * A run that nobody has begun or that a crash interrupted.
     *
     * @param deployment what to do
     * @param journal keeps its facts
     * @param console where to say what happens; masked already. Flushed at the end of each turn
     * @param masking hides secrets in the outcome before it is saved, and in what holds the deployment up
     * @param listener told the outcome, once, on one of the watcher's threads
     * @param clock tells the time
     * @param backoff how long to wait after failures
     */
    public DeploymentRun(
            Deployment deployment,
            Journal<Operation> journal,
            Console console,
            Masking masking,
            Consumer<Outcome> listener,
            InstantSource clock,
            Backoff backoff) {
        this.deployment = deployment;
        this.journal = journal;
        this.console = console;
        this.masking = masking;
        this.listener = listener;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Somebody stops the build. What that means is settled at the next turn; wake the watcher.
     *
     * @param request how to stop
     */
    public void stop(StopRequest request) {
        stopRequest = request;
    }

    /**
     * What it waits for, in one line.
     *
     * @return never null, never a secret
     */
    public String standing() {
        String held = trouble;
        return held == null ? deployment.standing() : deployment.standing() + "; " + held;
    }

    @Override
    public GroupKey group() {
        return deployment.group();
    }

    @Override
    public Optional<String> sharedLook() {
        return stopRequest == null && deployment.operation().outcome() == null
                ? deployment.sharedLook()
                : Optional.empty();
    }

    @Override
    public boolean sharesCalls() {
        return deployment.sharesCalls();
    }

    @Override
    public Looker looker() throws CloudException {
        return deployment.looker();
    }

    @Override
    public Turn turn(Look look) {
        Turn next = take(look);
        flush();
        return next;
    }

    private Turn take(Look look) {
        Operation operation = deployment.operation();
        try {
            noteStop(operation);
            Turn turn = operation.outcome() == null ? deployment.advance(look) : Turn.OVER;
            recovered();
            return operation.outcome() == null ? unlessOverdue(turn) : over();
        } catch (OverBudgetException later) {
            return unlessOverdue(Turn.after(later.waitFor()));
        } catch (CloudException failed) {
            return failed.kind().isPassing() ? again(failed.describe()) : end(deployment.failed(failed));
        } catch (GoneException deleted) {
            return end(new Outcome(Outcome.Kind.ABORTED, deleted.getMessage(), Map.of()));
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "The state of a deployment could not be saved; trying again", failed);
            return again(Messages.Run_cannotSave(Text.oneLine(failed.getMessage())));
        } catch (RuntimeException | Error defect) {
            // A library of another plugin may be of another version, an answer nested too deep, memory short for a
            // moment: none of that must leave a build waiting for ever.
            return defect(defect);
        }
    }

    @Override
    public Turn postponed(String why, Duration pause) {
        Turn next = why == null ? unlessOverdue(Turn.after(pause)) : again(why, pause);
        flush();
        return next;
    }

    /** Unless Jenkins shuts down, which keeps files from being written: what was not saved is said again after the restart. */
    private void flush() {
        if (!Thread.currentThread().isInterrupted()) {
            console.flush();
        }
    }

    private void noteStop(Operation operation) throws IOException {
        StopRequest request = stopRequest;
        if (request != null && operation.stop() == null && operation.outcome() == null) {
            operation.stop(request);
            journal.save(operation);
        }
    }

    private void recovered() {
        if (told) {
            console.line(Messages.Run_recovered());
        }
        failures = 0;
        defects = 0;
        told = false;
        trouble = null;
    }

    private Turn again(String why) {
        return again(why, backoff.after(failures + 1));
    }

    private Turn again(String why, Duration pause) {
        failures++;
        trouble = masking.hide(why);
        if (failures == TELL_AFTER) {
            told = true;
            console.line(Messages.Run_trouble(why));
        }
        return unlessOverdue(Turn.after(pause));
    }

    private Turn defect(Throwable defect) {
        LOGGER.log(Level.WARNING, "A deployment's turn failed unexpectedly", defect);
        defects++;
        if (defects >= MOST_DEFECTS) {
            return end(
                    new Outcome(Outcome.Kind.FAILURE, Messages.Run_defect(Text.oneLine(defect.toString())), Map.of()));
        }
        return unlessOverdue(Turn.after(backoff.after(defects)));
    }

    private Turn unlessOverdue(Turn turn) {
        Instant deadline = deployment.operation().deadline();
        if (deadline == null) {
            return turn;
        }
        Duration left = Duration.between(clock.instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            return end(deployment.overdue());
        }
        return turn.over() || turn.pause().compareTo(left) <= 0 ? turn : new Turn(false, left, turn.sooner());
    }

    private Turn end(Outcome outcome) {
        deployment.operation().end(outcome);
        return over();
    }

    private Turn over() {
        Operation operation = deployment.operation();
        Outcome outcome = operation.outcome();
        operation.end(outcome.masked(masking));
        try {
            journal.save(operation);
        } catch (GoneException deleted) {
            LOGGER.log(Level.FINE, "Nobody waits for this deployment any more", deleted);
        } catch (IOException failed) {
            // The end is known and nothing relies on its being saved: after a crash it is found out again.
            LOGGER.log(Level.WARNING, "The outcome of a deployment could not be saved", failed);
        }
        flush();
        listener.accept(operation.outcome());
        return Turn.OVER;
    }
}
