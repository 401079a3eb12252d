package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.embedded.log.LineOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code timestamps { }}: puts the time before each line that a step writes. */
public final class TimestampsStep extends Step {
    @DataBoundConstructor
    public TimestampsStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(
                context,
                (c, body) -> body.withContext(
                        BodyInvoker.mergeConsoleLogFilters(c.get(ConsoleLogFilter.class), new Stamp())));
    }

    private static final class Stamp extends ConsoleLogFilter implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public OutputStream decorateLogger(Run build, OutputStream logger) {
            return new LineOutputStream() {
                @Override
                protected void line(byte[] text) throws IOException {
                    String stamp = "[" + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "] ";
                    logger.write(stamp.getBytes(StandardCharsets.UTF_8));
                    logger.write(text);
                }
            };
        }
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("timestamps", true);
        }
    }
}
