package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaClients;
import io.jenkins.plugins.stackdeploy.engine.Deployment;
import io.jenkins.plugins.stackdeploy.engine.SecretValues;
import io.jenkins.plugins.stackdeploy.ros.RosClient;
import io.jenkins.plugins.stackdeploy.ros.RosContext;
import io.jenkins.plugins.stackdeploy.ros.RosDeleteRequest;
import io.jenkins.plugins.stackdeploy.ros.RosDeletion;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosDeployment;
import io.jenkins.plugins.stackdeploy.ros.RosDiscardRequest;
import io.jenkins.plugins.stackdeploy.ros.RosDiscarding;
import io.jenkins.plugins.stackdeploy.ros.RosExecuteRequest;
import io.jenkins.plugins.stackdeploy.ros.RosInspection;
import io.jenkins.plugins.stackdeploy.ros.RosOperation;
import io.jenkins.plugins.stackdeploy.ros.RosPlanExecution;
import io.jenkins.plugins.stackdeploy.ros.RosPlanRequest;
import io.jenkins.plugins.stackdeploy.ros.RosPlanning;
import io.jenkins.plugins.stackdeploy.ros.RosStatusRequest;
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
                context.recorder(),
                context.service().history());
        SecretValues secrets = () -> BuildSecrets.values(job, context.run());
        if (job.request() instanceof RosDeployRequest deploy) {
            return new RosDeployment(ros, operation, deploy, secrets);
        }
        if (job.request() instanceof RosPlanRequest plan) {
            return new RosPlanning(ros, operation, plan, secrets);
        }
        if (job.request() instanceof RosExecuteRequest execute) {
            return new RosPlanExecution(ros, operation, execute);
        }
        if (job.request() instanceof RosDiscardRequest discard) {
            return new RosDiscarding(ros, operation, discard);
        }
        if (job.request() instanceof RosDeleteRequest delete) {
            return new RosDeletion(ros, operation, delete);
        }
        return new RosInspection(ros, operation, (RosStatusRequest) job.request());
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
