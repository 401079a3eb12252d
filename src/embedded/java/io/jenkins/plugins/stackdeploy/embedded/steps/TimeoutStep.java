package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.Util;
import hudson.model.Result;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code timeout(time: 5, unit: 'MINUTES') { }}: the deadline is a moment that a restart does not move. */
public final class TimeoutStep extends Step {
    private final int time;
    private TimeUnit unit = TimeUnit.MINUTES;

    @DataBoundConstructor
    public TimeoutStep(int time) {
        this.time = time;
    }

    public int getTime() {
        return time;
    }

    public TimeUnit getUnit() {
        return unit;
    }

    @DataBoundSetter
    public void setUnit(TimeUnit unit) {
        this.unit = unit;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, System.currentTimeMillis() + unit.toMillis(time));
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final long end;
        private BodyExecution body;
        private transient volatile ScheduledFuture<?> alarm;

        Execution(StepContext context, long end) {
            super(context);
            this.end = end;
        }

        @Override
        public boolean start() throws Exception {
            body = getContext().newBodyInvoker().withCallback(new Disarm(this)).start();
            setAlarm();
            return false;
        }

        @Override
        public void onResume() {
            setAlarm();
        }

        private void setAlarm() {
            long left = end - System.currentTimeMillis();
            if (left > 0) {
                say("Timeout set to expire in " + Util.getTimeSpanString(left));
                alarm = Timer.get().schedule(this::expire, left, TimeUnit.MILLISECONDS);
            } else {
                say("Timeout expired " + Util.getTimeSpanString(-left) + " ago");
                expire();
            }
        }

        private void expire() {
            say("Cancelling nested steps due to timeout");
            body.cancel(new FlowInterruptedException(Result.ABORTED, true, new ExceededTimeout()));
        }

        private void say(String text) {
            try {
                getContext().get(TaskListener.class).getLogger().println(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void stop(Throwable cause) {
            body.cancel(cause);
        }
    }

    private static final class Disarm extends BodyExecutionCallback.TailCall {
        private static final long serialVersionUID = 1L;
        private final Execution timeout;

        Disarm(Execution timeout) {
            this.timeout = timeout;
        }

        @Override
        protected void finished(StepContext context) {
            if (timeout.alarm != null) {
                timeout.alarm.cancel(false);
            }
        }
    }

    /** Says that the time was over. */
    public static final class ExceededTimeout extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Timeout has been exceeded";
        }
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("timeout", true, TaskListener.class);
        }
    }
}
