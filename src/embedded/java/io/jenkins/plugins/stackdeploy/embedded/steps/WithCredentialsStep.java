package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withCredentials([string(credentialsId: 'x', variable: 'X')]) { }}: secrets as variables, masked in the log. */
public final class WithCredentialsStep extends Step {
    private final List<UninstantiatedDescribable> bindings;

    /** @param bindings {@code string(...)} and {@code usernamePassword(...)} */
    @DataBoundConstructor
    public WithCredentialsStep(List<UninstantiatedDescribable> bindings) {
        this.bindings = bindings;
    }

    public List<UninstantiatedDescribable> getBindings() {
        return bindings;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(context, (c, body) -> {
            Map<String, Secret> secrets = new LinkedHashMap<>();
            Map<String, String> open = new LinkedHashMap<>();
            for (UninstantiatedDescribable binding : bindings) {
                CredentialsBinding.of(binding).bind(c.get(Run.class), secrets, open);
            }
            c.get(TaskListener.class)
                    .getLogger()
                    .println("Masking supported pattern matches of "
                            + secrets.keySet().stream().map(name -> "$" + name).collect(Collectors.joining(" or ")));
            body.withContexts(
                    EnvironmentExpander.merge(c.get(EnvironmentExpander.class), new SecretVariables(secrets, open)),
                    BodyInvoker.mergeConsoleLogFilters(
                            c.get(ConsoleLogFilter.class), new MaskingFilter(secrets.values())));
        });
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends BuiltInDescriptor {
        DescriptorImpl() {
            super("withCredentials", true, TaskListener.class, Run.class);
        }
    }
}
