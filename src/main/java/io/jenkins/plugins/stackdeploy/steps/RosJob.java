package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.ros.RosDeleteRequest;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosStatusRequest;
import java.util.List;
import java.util.Map;

/**
 * A step's arguments, checked and complete, as they are kept with the build: from here on no workspace is needed. Secrets
 * are named, not held. Exactly one of the requests is there.
 *
 * @param target the account and region
 * @param deploy what rosDeploy asks for; may be null
 * @param delete what rosDelete asks for; may be null
 * @param status what rosStatus asks for; may be null
 * @param secretCredentials credentials ids by template parameter
 * @param secretBuildParameters template parameters that take the value of the build's secret parameter of that name
 */
record RosJob(
        AlibabaTarget target,
        RosDeployRequest deploy,
        RosDeleteRequest delete,
        RosStatusRequest status,
        Map<String, String> secretCredentials,
        List<String> secretBuildParameters) {

    String stackName() {
        if (deploy != null) {
            return deploy.stackName();
        }
        return delete != null ? delete.stackName() : status.stackName();
    }

    int watchMinutes() {
        if (deploy != null) {
            return deploy.watchMinutes();
        }
        return delete != null ? delete.watchMinutes() : status.watchMinutes();
    }
}
