package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.TaskListener;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code remote 'name'}: starts something in the {@link RemoteWorld} and waits for it, as a careful step does: it
 * anchors a token by saving before it starts anything, and asks again after a restart.
 */
public final class RemoteStep extends Step {
    private final String name;
    private boolean fail;

    @DataBoundConstructor
    public RemoteStep(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public boolean isFail() {
        return fail;
    }

    @DataBoundSetter
    public void setFail(boolean fail) {
        this.fail = fail;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, name, fail);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final String name;
        private final boolean fail;
        private final String token = UUID.randomUUID().toString();
        private transient ScheduledFuture<?> look;

        Execution(StepContext context, String name, boolean fail) {
            super(context);
            this.name = name;
            this.fail = fail;
        }

        @Override
        public boolean start() {
            getContext().saveState().addListener(this::submit, Timer.get());
            return false;
        }

        @Override
        public void onResume() {
            submit();
        }

        private void submit() {
            RemoteWorld.submit(token, name);
            look = Timer.get().schedule(this::answer, 5, TimeUnit.MILLISECONDS);
        }

        private void answer() {
            try {
                getContext().get(TaskListener.class).getLogger().println("done " + name);
            } catch (Exception e) {
                getContext().onFailure(e);
                return;
            }
            if (fail) {
                getContext().onFailure(new hudson.AbortException("failed " + name));
            } else {
                getContext().onSuccess("result of " + name);
            }
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            if (look != null) {
                look.cancel(false);
            }
            super.stop(cause);
        }
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "remote";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(TaskListener.class);
        }
    }
}
