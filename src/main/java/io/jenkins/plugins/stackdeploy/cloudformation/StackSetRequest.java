package io.jenkins.plugins.stackdeploy.cloudformation;

/** What a step on a stack set asks for, checked and complete but for secrets. */
public sealed interface StackSetRequest
        permits StackSetDeployRequest,
                StackSetPlanRequest,
                StackSetExecuteRequest,
                StackInstancesRequest,
                StackSetDeleteRequest {
    /**
     * The stack set's name.
     *
     * @return letter first, then letters, digits and hyphens, at most 128
     */
    String stackSetName();

    /**
     * How its operations are to go.
     *
     * @return never null
     */
    OperationSettings operations();
}
