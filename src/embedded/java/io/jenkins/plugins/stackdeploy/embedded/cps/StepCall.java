package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.Continuable;
import hudson.Util;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** One call of a step from the script. */
final class StepCall {
    private final PipelineExecution execution;
    private final StepDescriptor descriptor;
    private final String function;

    StepCall(PipelineExecution execution, StepDescriptor descriptor) {
        this.execution = execution;
        this.descriptor = descriptor;
        this.function = descriptor.getFunctionName();
    }

    /**
     * Starts the step and stops the calling code until the step has answered.
     *
     * @return never
     */
    Object invoke(Object args) {
        // As in Jenkins, what a step is bound from tells its sole argument, even if its descriptor makes it otherwise.
        DescribableModel<?> model = isDataBound(descriptor.clazz) ? new DescribableModel<>(descriptor.clazz) : null;
        DescribableParameter sole = model == null ? null : model.getSoleRequiredParameter();
        StepArguments arguments = StepArguments.parse(
                args, descriptor.takesImplicitBlockArgument(), sole == null ? null : sole.getName());
        if (arguments.body() == null && descriptor.takesImplicitBlockArgument()) {
            throw new IllegalStateException(function + " step must be called with a body");
        }
        if (model != null
                && !Util.isOverridden(StepDescriptor.class, descriptor.getClass(), "newInstance", Map.class)) {
            arguments.check(function, model);
        }
        CpsThread thread = CpsThread.current();
        CpsStepContext context =
                new CpsStepContext(thread, function, arguments.body(), arguments.body() != null || model == null);
        execution.log().pipeline(function);
        start(thread, context, arguments.named());
        return Continuable.suspend(function, new StepSuspension(context));
    }

    private static boolean isDataBound(Class<?> step) {
        return Stream.of(step.getConstructors()).anyMatch(each -> each.isAnnotationPresent(DataBoundConstructor.class));
    }

    private void start(CpsThread thread, CpsStepContext context, Map<String, Object> arguments) {
        boolean finished;
        try {
            descriptor.checkContextAvailability(context);
            Step step = descriptor.newInstance(arguments);
            execution.owner().boundaries().reached("before " + function + " starts");
            StepExecution started = step.start(context);
            thread.setStep(started);
            finished = started.start();
            execution.owner().boundaries().reached("after " + function + " started");
        } catch (Exception e) {
            context.onFailure(e);
            finished = true;
        }
        if (finished) {
            thread.setStep(null);
            if (!context.isAnswered()) {
                context.onFailure(new AssertionError("Step " + function
                        + " claimed to have ended synchronously, but didn't set the result via StepContext"));
            }
        }
    }
}
