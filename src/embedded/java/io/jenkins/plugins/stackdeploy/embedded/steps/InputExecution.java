package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.model.ParameterValue;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.model.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A question that waits for its answer, however long and over however many restarts. */
public final class InputExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final String ok;
    private final String submitter;
    private final String submitterParameter;
    private final ArrayList<ParameterSpec> parameters;

    InputExecution(StepContext context, InputStep step) {
        super(context);
        this.message = step.getMessage();
        this.ok = step.getOk();
        this.submitter = step.getSubmitter();
        this.submitterParameter = step.getSubmitterParameter();
        this.parameters = new ArrayList<>(
                step.getParameters().stream().map(ParameterSpec::of).toList());
    }

    public String message() {
        return message;
    }

    /** @return the word for yes */
    public String ok() {
        return ok;
    }

    @Override
    public boolean start() throws Exception {
        getContext().get(TaskListener.class).getLogger().println(message);
        getContext().get(TaskListener.class).getLogger().println(ok + " or Abort");
        return false;
    }

    /**
     * Answers yes.
     *
     * @param answers values for the parameters that are not to have their defaults, by name
     * @throws SecurityException if this user is not among those who may answer
     */
    public void proceed(String user, Map<String, String> answers) {
        check(user);
        Map<String, Object> values = new HashMap<>();
        for (ParameterSpec parameter : parameters) {
            ParameterValue value = parameter.value(answers.get(parameter.name()));
            values.put(parameter.name(), value.getValue());
        }
        if (submitterParameter != null) {
            values.put(submitterParameter, user);
        }
        say("Approved by " + displayName(user));
        getContext()
                .onSuccess(values.size() == 1 ? values.values().iterator().next() : values.isEmpty() ? null : values);
    }

    /**
     * Answers no.
     *
     * @throws SecurityException if this user is not among those who may answer
     */
    public void abort(String user) {
        check(user);
        getContext().onFailure(new FlowInterruptedException(Result.ABORTED, true, new Rejection(user)));
    }

    private void check(String user) {
        if (submitter == null) {
            return;
        }
        List<String> identities = new ArrayList<>(User.getById(user, true).getAuthorities());
        identities.add(user);
        for (String allowed : submitter.split("\\s*,\\s*")) {
            if (identities.contains(allowed)) {
                return;
            }
        }
        throw new SecurityException("You need to be " + submitter + " to submit this.");
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

    private static String displayName(String user) {
        return User.getById(user, true).getDisplayName();
    }

    /** Says who answered no. */
    static final class Rejection extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;
        private final String user;

        Rejection(String user) {
            this.user = user;
        }

        @Override
        public String getShortDescription() {
            return "Rejected by " + displayName(user);
        }
    }
}
