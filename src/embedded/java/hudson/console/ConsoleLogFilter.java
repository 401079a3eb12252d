package hudson.console;

import hudson.ExtensionPoint;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;

/** Changes what a build writes before it reaches the log, for instance to mask secrets. */
public abstract class ConsoleLogFilter implements ExtensionPoint {
    /** @return the stream to write to instead */
    public OutputStream decorateLogger(AbstractBuild build, OutputStream logger)
            throws IOException, InterruptedException {
        return decorateLogger((Run) build, logger);
    }

    /** @return the stream to write to instead */
    public OutputStream decorateLogger(Run build, OutputStream logger) throws IOException, InterruptedException {
        throw new UnsupportedOperationException(getClass() + " decorates no log");
    }
}
