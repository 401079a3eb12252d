package hudson.model;

import java.io.PrintStream;
import java.util.List;

/** The listener of a freestyle build. */
public interface BuildListener extends TaskListener {
    default void started(List<Cause> causes) {
        PrintStream out = getLogger();
        for (Cause cause : causes) {
            cause.print(this);
        }
        out.flush();
    }

    default void finished(Result result) {
        getLogger().println("Finished: " + result);
    }
}
