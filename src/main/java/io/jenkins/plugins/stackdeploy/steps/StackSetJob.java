package io.jenkins.plugins.stackdeploy.steps;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.jenkins.plugins.stackdeploy.cloudformation.StackInstancesRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeleteRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetDeployRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetExecuteRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetParameter;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetPlanRequest;
import io.jenkins.plugins.stackdeploy.cloudformation.StackSetRequest;
import io.jenkins.plugins.stackdeploy.credentials.AwsTarget;
import io.jenkins.plugins.stackdeploy.template.Parameter;
import io.jenkins.plugins.stackdeploy.template.Parameters;
import java.util.List;
import java.util.Map;

/**
 * What a step on a stack set asks for.
 *
 * @param target the account and region of the stack set
 * @param request what is asked for
 * @param secretCredentials credentials ids by template parameter
 * @param secretBuildParameters template parameters that take the value of the build's secret parameter of that name
 * @param encryptedParameters values of template parameters, given in clear though the template hides them, encrypted
 */
record StackSetJob(
        AwsTarget target,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = StackSetDeployRequest.class, name = "stackSetDeploy"),
            @JsonSubTypes.Type(value = StackSetPlanRequest.class, name = "stackSetPlan"),
            @JsonSubTypes.Type(value = StackSetExecuteRequest.class, name = "stackSetDeployPlan"),
            @JsonSubTypes.Type(value = StackInstancesRequest.class, name = "stackInstances"),
            @JsonSubTypes.Type(value = StackSetDeleteRequest.class, name = "stackSetDelete")
        })
        StackSetRequest request,

        Map<String, String> secretCredentials,
        List<String> secretBuildParameters,
        Map<String, String> encryptedParameters)
        implements DeployJob {

    @Override
    public int watchMinutes() {
        return request.operations().watchMinutes();
    }

    /** Parameters as requests have them: without secret values, and without those that are reset, which is to leave them out. */
    static List<StackSetParameter> parameters(Parameters given) {
        return given.all().stream()
                .filter(parameter -> parameter.usePrevious() || parameter.value() != null)
                .map(StackSetJob::parameter)
                .toList();
    }

    private static StackSetParameter parameter(Parameter given) {
        String value = given.secret() ? null : given.value();
        return new StackSetParameter(given.key(), value, given.secret() && !given.usePrevious(), given.usePrevious());
    }
}
