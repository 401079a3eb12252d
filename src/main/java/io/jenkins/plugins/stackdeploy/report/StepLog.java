package io.jenkins.plugins.stackdeploy.report;

import hudson.model.TaskListener;
import io.jenkins.plugins.stackdeploy.engine.Console;
import io.jenkins.plugins.stackdeploy.engine.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * The log of the build that a Pipeline step belongs to, in which the step says what it does. Asks for the listener anew each
 * time: the one of before a restart is gone. Pipeline keeps lines back until flushed.
 */
public final class StepLog implements Console {
    private static final Logger LOGGER = Logger.getLogger(StepLog.class.getName());

    private final StepContext context;
    private final String prefix;

    /**
     * The log of a step.
     *
     * @param context the step's
     * @param subject what the step is about, in front of each line
     */
    public StepLog(StepContext context, String subject) {
        this.context = context;
        this.prefix = "[" + Text.oneLine(subject) + "] ";
    }

    @Override
    public void line(String line) {
        log(logger -> logger.println(prefix + line));
    }

    @Override
    public void flush() {
        log(PrintStream::flush);
    }

    private void log(Consumer<PrintStream> work) {
        try {
            TaskListener listener = context.get(TaskListener.class);
            if (listener != null) {
                work.accept(listener.getLogger());
            }
        } catch (IOException failed) {
            LOGGER.log(Level.WARNING, "The log of a build cannot be written", failed);
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until the state of the step's Pipeline is saved. One that cannot be saved goes on, as it does in every other step;
     * but not through a crash, which is said.
     *
     * @param saved the saving, begun
     * @param sentence makes of the reason, in one line, what is said
     * @throws InterruptedException when Jenkins shuts down meanwhile
     */
    public void tellUnlessSaved(Future<Void> saved, UnaryOperator<String> sentence) throws InterruptedException {
        try {
            saved.get();
        } catch (ExecutionException failed) {
            LOGGER.log(Level.WARNING, "The state of a Pipeline cannot be saved", failed);
            line(sentence.apply(Text.oneLine(String.valueOf(failed.getCause()))));
        }
    }
}
