package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.ros.RosDeleteRequest;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosStatusRequest;
import java.util.List;
import java.util.Map;

/**
 * What a step on a ROS stack asks for. Exactly one of the requests is there.
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
        List<String> secretBuildParameters)
        implements DeployJob {

    @Override
    public int watchMinutes() {
        if (deploy != null) {
            return deploy.watchMinutes();
        }
        return delete != null ? delete.watchMinutes() : status.watchMinutes();
    }
}
