package io.jenkins.plugins.stackdeploy.embedded.steps;

import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Names the runner's own steps. */
public final class BuiltInSteps {
    private BuiltInSteps() {}

    public static List<StepDescriptor> descriptors() {
        return List.of(
                new CatchErrorStep.DescriptorImpl(),
                new CheckoutStep.DescriptorImpl(),
                new DirStep.DescriptorImpl(),
                new EarlierBuildsStep.DescriptorImpl(),
                new EchoStep.DescriptorImpl(),
                new ErrorStep.DescriptorImpl(),
                new FileExistsStep.DescriptorImpl(),
                new InputStep.DescriptorImpl(),
                new IsUnixStep.DescriptorImpl(),
                new NodeStep.DescriptorImpl(),
                new ParallelStep.DescriptorImpl(),
                new PwdStep.DescriptorImpl(),
                new ReadFileStep.DescriptorImpl(),
                new RetryStep.DescriptorImpl(),
                new ScriptStep.DescriptorImpl(),
                new ShellStep.DescriptorImpl(),
                new SimpleBuildStepStep.DescriptorImpl(),
                new SleepStep.DescriptorImpl(),
                new StageStep.DescriptorImpl(),
                new TimeoutStep.DescriptorImpl(),
                new TimestampsStep.DescriptorImpl(),
                new UnstableStep.DescriptorImpl(),
                new WarnErrorStep.DescriptorImpl(),
                new WithCredentialsStep.DescriptorImpl(),
                new WithEnvStep.DescriptorImpl(),
                new WriteFileStep.DescriptorImpl());
    }
}
