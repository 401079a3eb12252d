package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaClients;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RosContext;
import io.jenkins.plugins.stackdeploy.ros.RosDeletion;
import io.jenkins.plugins.stackdeploy.ros.RosDeployment;
import io.jenkins.plugins.stackdeploy.ros.RosInspection;
import io.jenkins.plugins.stackdeploy.ros.RosOperation;
import java.io.IOException;

/** From a kept job on a ROS stack to its deployment. */
final class RosRuns {
    private RosRuns() {}

    /**
     * Makes the deployment.
     *
     * @param job what to do
     * @param context the build
     * @return the deployment, begun
     * @throws StackDeployException when the account cannot be had any longer
     * @throws IOException when what was kept cannot be read
     */
    static Deployment deployment(RosJob job, RunContext context) throws IOException {
        RosOperation operation = context.operation(RosOperation.class, RosOperation::new, job.watchMinutes());
        RosContext ros = new RosContext(
                client(job, context),
                context.files().journal(),
                context.console(),
                context.service().clock(),
                context.recorder());
        if (job.deploy() != null) {
            return new RosDeployment(ros, operation, job.deploy(), () -> BuildSecrets.values(job, context.run()));
        }
        return job.delete() != null
                ? new RosDeletion(ros, operation, job.delete())
                : new RosInspection(ros, operation, job.status());
    }

    private static RosClient client(RosJob job, RunContext context) throws StackDeployException {
        try {
            return AlibabaClients.client(
                    job.target(), context.run(), context.service().budgets());
        } catch (IllegalArgumentException gone) {
            throw new StackDeployException(gone.getMessage());
        }
    }
}
