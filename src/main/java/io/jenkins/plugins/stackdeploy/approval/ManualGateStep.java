package io.jenkins.plugins.stackdeploy.approval;

import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code manualGate}: waits until people have approved, or one of them says no. Everything but the name is optional; what
 * is not given is null, so that generated snippets stay short.
 */
public class ManualGateStep extends Step implements Serializable {
    private static final long serialVersionUID = 1;

    private final String name;
    private String message;
    private Map<String, Object> plan;
    private List<GateRuleArgument> rules;
    private String approvers;
    private String count;
    private Boolean allowRequester;
    private Boolean allowAdministrators;
    private Boolean commentRequired;
    private String checklist;
    private List<GateParameterArgument> parameters;
    private Integer timeoutMinutes;
    private String onTimeout;
    private Integer remindEveryMinutes;
    private Boolean supersede;
    private String notify;
    private String onReject;

    /**
     * A step.
     *
     * @param name what people call the gate
     */
    @DataBoundConstructor
    public ManualGateStep(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ManualGateExecution(context, this);
    }

    public String getName() {
        return name;
    }

    public String getMessage() {
        return message;
    }

    @DataBoundSetter
    public void setMessage(String message) {
        this.message = Util.fixEmptyAndTrim(message);
    }

    /** What a plan step returned; for scripts. */
    public Map<String, Object> getPlan() {
        return plan;
    }

    @DataBoundSetter
    public void setPlan(Object plan) {
        if (plan == null) {
            this.plan = null;
            return;
        }
        if (!(plan instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(
                    Messages.Input_planType(plan.getClass().getSimpleName()));
        }
        this.plan = new LinkedHashMap<>();
        map.forEach((key, value) -> this.plan.put(String.valueOf(key), value));
    }

    public List<GateRuleArgument> getRules() {
        return rules;
    }

    @DataBoundSetter
    public void setRules(List<GateRuleArgument> rules) {
        this.rules = rules == null || rules.isEmpty() ? null : new ArrayList<>(rules);
    }

    public String getApprovers() {
        return approvers;
    }

    @DataBoundSetter
    public void setApprovers(String approvers) {
        this.approvers = Util.fixEmptyAndTrim(approvers);
    }

    public String getCount() {
        return count;
    }

    /**
     * Sets it.
     *
     * @param count a number or a text. Of neither type: a declarative Pipeline compares what is written out in it with the
     *     declared type before anything runs, and would refuse the other
     */
    @DataBoundSetter
    public void setCount(Object count) {
        this.count = count == null ? null : Util.fixEmptyAndTrim(count.toString());
    }

    public boolean isAllowRequester() {
        return isOn(allowRequester);
    }

    @DataBoundSetter
    public void setAllowRequester(boolean allowRequester) {
        this.allowRequester = keepOn(allowRequester);
    }

    public boolean isAllowAdministrators() {
        return isOn(allowAdministrators);
    }

    @DataBoundSetter
    public void setAllowAdministrators(boolean allowAdministrators) {
        this.allowAdministrators = keepOn(allowAdministrators);
    }

    public boolean isCommentRequired() {
        return isOn(commentRequired);
    }

    @DataBoundSetter
    public void setCommentRequired(boolean commentRequired) {
        this.commentRequired = keepOn(commentRequired);
    }

    public String getChecklist() {
        return checklist;
    }

    @DataBoundSetter
    public void setChecklist(String checklist) {
        this.checklist = Util.fixEmptyAndTrim(checklist);
    }

    public List<GateParameterArgument> getParameters() {
        return parameters;
    }

    @DataBoundSetter
    public void setParameters(List<GateParameterArgument> parameters) {
        this.parameters = parameters == null || parameters.isEmpty() ? null : new ArrayList<>(parameters);
    }

    public Integer getTimeoutMinutes() {
        return timeoutMinutes;
    }

    @DataBoundSetter
    public void setTimeoutMinutes(Integer timeoutMinutes) {
        this.timeoutMinutes = timeoutMinutes;
    }

    public String getOnTimeout() {
        return onTimeout;
    }

    @DataBoundSetter
    public void setOnTimeout(String onTimeout) {
        this.onTimeout = unless("reject", onTimeout);
    }

    public Integer getRemindEveryMinutes() {
        return remindEveryMinutes;
    }

    @DataBoundSetter
    public void setRemindEveryMinutes(Integer remindEveryMinutes) {
        this.remindEveryMinutes = remindEveryMinutes;
    }

    public boolean isSupersede() {
        return isOn(supersede);
    }

    @DataBoundSetter
    public void setSupersede(boolean supersede) {
        this.supersede = keepOn(supersede);
    }

    public String getNotify() {
        return notify;
    }

    @DataBoundSetter
    public void setNotify(String notify) {
        this.notify = Util.fixEmptyAndTrim(notify);
    }

    public String getOnReject() {
        return onReject;
    }

    @DataBoundSetter
    public void setOnReject(String onReject) {
        this.onReject = unless("fail", onReject);
    }

    private static boolean isOn(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static Boolean keepOn(boolean value) {
        return value ? Boolean.TRUE : null;
    }

    private static String unless(String usual, String word) {
        String trimmed = Util.fixEmptyAndTrim(word);
        return usual.equalsIgnoreCase(Util.fixNull(trimmed)) ? null : trimmed;
    }

    /** The step's name and form. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor implements CustomDescribableModel {
        @Override
        public String getFunctionName() {
            return "manualGate";
        }

        @Override
        public String getDisplayName() {
            return Messages.ManualGateStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            ScriptValue.requirePlan(getFunctionName(), arguments);
            return Arguments.read(
                    getFunctionName(),
                    ManualGateStep.class,
                    arguments,
                    Map.of(
                            "approvers", Lines::names,
                            "count", String::valueOf,
                            "checklist", Lines::text,
                            "plan", DescriptorImpl::plan,
                            "notify", Lines::text,
                            "parameters", DescriptorImpl::named));
        }

        /** As for any step, but what is wrong with an argument is one line of the log, and no stack trace. */
        @Override
        public Step newInstance(Map<String, Object> arguments) throws AbortException {
            return ScriptArguments.bind(ManualGateStep.class, arguments);
        }

        /** Stapler binds no form to a setter that takes anything. */
        @Override
        public Step newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
            Object count = formData == null ? null : formData.remove("count");
            Step step = super.newInstance(req, formData);
            ((ManualGateStep) step).setCount(count);
            return step;
        }

        private static Object plan(Object given) {
            if (given instanceof Map) {
                return given;
            }
            throw new IllegalArgumentException(
                    Messages.Input_planType(given.getClass().getSimpleName()));
        }

        /** A parameter may be given by its name alone. */
        private static Object named(Object given) {
            if (!(given instanceof Collection<?> all)) {
                return given;
            }
            List<Object> parameters = new ArrayList<>();
            all.forEach(
                    each -> parameters.add(each instanceof CharSequence name ? Map.of("name", name.toString()) : each));
            return parameters;
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            Object name = namedArgs.get("name");
            return name == null ? null : name.toString();
        }

        /** A name is needed. */
        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            boolean mayConfigure =
                    item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
            return mayConfigure && Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.Input_name())
                    : FormValidation.ok();
        }

        /** What the deadline means. */
        @POST
        public ListBoxModel doFillOnTimeoutItems(@AncestorInPath Item item) {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Messages.Form_onTimeoutReject(), "");
            choices.add(Messages.Form_onTimeoutApprove(), "approve");
            return choices;
        }

        /** What a rejection does to the build. */
        @POST
        public ListBoxModel doFillOnRejectItems(@AncestorInPath Item item) {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Messages.Form_onRejectFail(), "");
            choices.add(Messages.Form_onRejectReturn(), "return");
            return choices;
        }
    }
}
