package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code awaitEarlierBuilds()}: what {@code disableConcurrentBuilds()} comes to here, where a build starts at once and
 * its options are known only then.
 */
public final class EarlierBuildsStep extends Step {
    private static final long LOOK_MILLISECONDS = 100;

    @DataBoundConstructor
    public EarlierBuildsStep() {}

    /** @return whether an earlier build of the same job is not over */
    public static boolean areRunning(Run<?, ?> run) {
        for (Run<?, ?> each = run.getPreviousBuild(); each != null; each = each.getPreviousBuild()) {
            if (each.isBuilding()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private transient volatile ScheduledFuture<?> look;

        Execution(StepContext context) {
            super(context);
        }

        @Override
        public boolean start() throws Exception {
            getContext().get(TaskListener.class).getLogger().println("Waiting for earlier builds to end");
            onResume();
            return false;
        }

        @Override
        public void onResume() {
            look = Timer.get().schedule(this::look, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        }

        private void look() {
            try {
                if (areRunning(getContext().get(Run.class))) {
                    onResume();
                } else {
                    getContext().onSuccess(null);
                }
            } catch (IOException e) {
                getContext().onFailure(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            look.cancel(false);
            super.stop(cause);
        }
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("awaitEarlierBuilds", false, Run.class, TaskListener.class);
        }
    }
}
