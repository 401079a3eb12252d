package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.cloudformation.AwsAccess;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetContext;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployments;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetFacts;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetRequest;
import io.jenkins.plugins.stackdeploy.credentials.AwsClients;
import java.io.IOException;
import java.util.List;

/**
 * From a kept job on a stack set to its deployment. Apart from everything that Jenkins loads when it starts: the AWS SDK
 * comes from plugins that need not be installed.
 */
final class StackSetRuns {
    private StackSetRuns() {}

    /**
     * Makes the deployment.
     *
     * @param job what to do
     * @param context the build
     * @return the deployment, begun
     * @throws StackDeployException when the account cannot be had any longer, or the AWS SDK is not installed
     * @throws IOException when what was kept cannot be read
     */
    static DeployRuns.Begun begin(StackSetJob job, RunContext context) throws IOException {
        // Installed when the job was kept, but perhaps not after the restart since.
        List<String> problems = AwsClients.problems(job.target(), context.run());
        if (!problems.isEmpty()) {
            throw new StackDeployException(String.join(" ", problems));
        }
        return Sdk.begin(job, context);
    }

    /** Loaded only when the AWS SDK is there. */
    private static final class Sdk {
        static DeployRuns.Begun begin(StackSetJob job, RunContext context) throws IOException {
            StackSetRequest request = job.request();
            StackSetFacts facts = context.operation(StackSetFacts.class, StackSetFacts::new, job.watchMinutes());
            AwsAccess access = access(job, context);
            StackSetContext work = new StackSetContext(
                    access.stackSets(),
                    access.members(request.operations().memberRoleName()),
                    access.uploads(),
                    context.lines(),
                    context.console(),
                    context.service().clock(),
                    context.recorder(),
                    context.service().history(),
                    context.masking());
            return new DeployRuns.Begun(
                    StackSetDeployments.of(work, facts, request, () -> BuildSecrets.values(job, context.run())),
                    access::close);
        }

        private static AwsAccess access(StackSetJob job, RunContext context) throws StackDeployException {
            try {
                return AwsClients.access(
                        job.target(), context.run(), context.service().budgets());
            } catch (IllegalArgumentException gone) {
                throw new StackDeployException(gone.getMessage());
            }
        }
    }
}
