package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaClients;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.push.Token;
import java.util.Arrays;
import java.util.Optional;

/** By which ROS notifies of the stack of a job. */
final class StackToken {
    private StackToken() {}

    /**
     * The token.
     *
     * @param job what is done
     * @return the same for all jobs on a stack that name its account alike; empty when it is not about a ROS stack
     */
    static Optional<String> of(DeployJob job) {
        if (!(job instanceof RosJob ros)) {
            return Optional.empty();
        }
        AlibabaTarget target = ros.target();
        return Optional.of(Token.of(
                Arrays.asList(target.connection(), target.credentialsId(), target.roleArn()),
                AlibabaClients.region(target),
                ros.request().stackName()));
    }
}
