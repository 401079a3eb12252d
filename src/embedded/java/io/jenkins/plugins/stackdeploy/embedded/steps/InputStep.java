package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.Util;
import hudson.model.TaskListener;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code input 'question'}: waits for somebody's answer. */
public final class InputStep extends Step {
    private final String message;
    private String id;
    private String ok = "Proceed";
    private String submitter;
    private String submitterParameter;
    private List<UninstantiatedDescribable> parameters = new ArrayList<>();

    @DataBoundConstructor
    public InputStep(String message) {
        this.message = Util.fixNull(Util.fixEmptyAndTrim(message), "Pipeline has paused and needs your input");
    }

    public String getMessage() {
        return message;
    }

    public String getId() {
        return id;
    }

    @DataBoundSetter
    public void setId(String id) {
        this.id = Util.fixEmptyAndTrim(id);
    }

    public String getOk() {
        return ok;
    }

    /** @param ok the word for yes */
    @DataBoundSetter
    public void setOk(String ok) {
        this.ok = Util.fixNull(Util.fixEmptyAndTrim(ok), "Proceed");
    }

    public String getSubmitter() {
        return submitter;
    }

    /** @param submitter users and groups who may answer, separated by commas; null for everybody */
    @DataBoundSetter
    public void setSubmitter(String submitter) {
        this.submitter = Util.fixEmptyAndTrim(submitter);
    }

    public String getSubmitterParameter() {
        return submitterParameter;
    }

    /** @param submitterParameter the name under which the answer says who gave it; null for not at all */
    @DataBoundSetter
    public void setSubmitterParameter(String submitterParameter) {
        this.submitterParameter = Util.fixEmptyAndTrim(submitterParameter);
    }

    public List<UninstantiatedDescribable> getParameters() {
        return parameters;
    }

    /** @param parameters what to ask for, for instance {@code string(name: 'REASON')} */
    @DataBoundSetter
    public void setParameters(List<UninstantiatedDescribable> parameters) {
        this.parameters = parameters;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new InputExecution(context, this);
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("input", false, TaskListener.class);
        }
    }
}
