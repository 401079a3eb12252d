package io.jenkins.plugins.stackdeploy.steps;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.jenkins.plugins.stackdeploy.credentials.AlibabaTarget;
import io.jenkins.plugins.stackdeploy.ros.RosDeleteRequest;
import io.jenkins.plugins.stackdeploy.ros.RosDeployRequest;
import io.jenkins.plugins.stackdeploy.ros.RosDiscardRequest;
import io.jenkins.plugins.stackdeploy.ros.RosExecuteRequest;
import io.jenkins.plugins.stackdeploy.ros.RosPlanRequest;
import io.jenkins.plugins.stackdeploy.ros.RosRequest;
import io.jenkins.plugins.stackdeploy.ros.RosStatusRequest;
import java.util.List;
import java.util.Map;

/**
 * What a step on a ROS stack asks for.
 *
 * @param target the account and region
 * @param request what is asked for
 * @param secretCredentials credentials ids by template parameter
 * @param secretBuildParameters template parameters that take the value of the build's secret parameter of that name
 * @param encryptedParameters values of template parameters, given in clear though the template hides them, encrypted
 */
record RosJob(
        AlibabaTarget target,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = RosDeployRequest.class, name = "rosDeploy"),
            @JsonSubTypes.Type(value = RosDeleteRequest.class, name = "rosDelete"),
            @JsonSubTypes.Type(value = RosStatusRequest.class, name = "rosStatus"),
            @JsonSubTypes.Type(value = RosPlanRequest.class, name = "rosPlan"),
            @JsonSubTypes.Type(value = RosExecuteRequest.class, name = "rosDeployPlan"),
            @JsonSubTypes.Type(value = RosDiscardRequest.class, name = "discardPlan")
        })
        RosRequest request,

        Map<String, String> secretCredentials,
        List<String> secretBuildParameters,
        Map<String, String> encryptedParameters)
        implements DeployJob {

    @Override
    public int watchMinutes() {
        return request.watchMinutes();
    }
}
