package io.jenkins.plugins.stackdeploy.credentials;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsAccess;
import io.jenkins.plugins.stackdeploy.engine.Budgets;
import java.util.List;

/** Gives access to AWS by what a job names. May be asked for {@link #problems} where the AWS SDK is not installed. */
public final class AwsClients {
    private AwsClients() {}

    /**
     * What is wrong with a target, before any call.
     *
     * @param target what a job names
     * @param run the build
     * @return messages, none when all is well
     */
    public static List<String> problems(AwsTarget target, Run<?, ?> run) {
        return List.of();
    }

    /**
     * The bucket for large templates that the connection of a target offers.
     *
     * @param target what a job names
     * @return {@code bucket} or {@code bucket/prefix}; null when there is none
     */
    public static String templateBucket(AwsTarget target) {
        return null;
    }

    /**
     * Access for a build.
     *
     * @param target a target without problems
     * @param run the build
     * @param budgets the controller's call budgets
     * @return the access, to be closed
     * @throws IllegalArgumentException when the target has become wrong since it was checked; the message says how
     */
    public static AwsAccess access(AwsTarget target, Run<?, ?> run, Budgets budgets) {
        throw new UnsupportedOperationException();
    }
}
