package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.Util;
import hudson.model.TaskListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code sleep 5}: waits without a thread, until a moment that a restart does not move. */
public final class SleepStep extends Step {
    private final int time;
    private TimeUnit unit = TimeUnit.SECONDS;

    @DataBoundConstructor
    public SleepStep(int time) {
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
        private transient ScheduledFuture<?> alarm;

        Execution(StepContext context, long end) {
            super(context);
            this.end = end;
        }

        @Override
        public boolean start() throws Exception {
            long left = end - System.currentTimeMillis();
            getContext().get(TaskListener.class).getLogger().println("Sleeping for " + Util.getTimeSpanString(left));
            setAlarm();
            return false;
        }

        private void setAlarm() {
            long left = Math.max(0, end - System.currentTimeMillis());
            alarm = Timer.get().schedule(() -> getContext().onSuccess(null), left, TimeUnit.MILLISECONDS);
        }

        @Override
        public void onResume() {
            setAlarm();
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            if (alarm != null) {
                alarm.cancel(false);
            }
            super.stop(cause);
        }
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("sleep", false, TaskListener.class);
        }
    }
}
