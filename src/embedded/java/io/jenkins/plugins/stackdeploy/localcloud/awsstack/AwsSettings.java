package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import java.util.List;

/**
 * What a stack remembers of the requests that made and changed it, apart from its revisions.
 *
 * @param onFailure what a failed create leads to: ROLLBACK, DELETE or DO_NOTHING
 * @param disableRollback whether a failed update leaves things as they are
 * @param timeoutInMinutes nominal minutes before a create is given up; 0 for never
 * @param terminationProtected whether DeleteStack is refused
 * @param roleArn the role that CloudFormation assumes, or an empty text
 * @param capabilities what the last request acknowledged
 * @param notificationArns whom the cloud would tell
 */
public record AwsSettings(
        String onFailure,
        boolean disableRollback,
        int timeoutInMinutes,
        boolean terminationProtected,
        String roleArn,
        List<String> capabilities,
        List<String> notificationArns) {

    /** Returns the settings of a stack that nobody said anything about. */
    public static AwsSettings defaults() {
        return new AwsSettings("ROLLBACK", false, 0, false, "", List.of(), List.of());
    }

    /** Returns the same settings with another way to deal with failure, of an update too. */
    AwsSettings onFailure(String what) {
        return new AwsSettings(
                what,
                what.equals("DO_NOTHING"),
                timeoutInMinutes,
                terminationProtected,
                roleArn,
                capabilities,
                notificationArns);
    }

    AwsSettings terminationProtected(boolean isProtected) {
        return new AwsSettings(
                onFailure, disableRollback, timeoutInMinutes, isProtected, roleArn, capabilities, notificationArns);
    }
}
