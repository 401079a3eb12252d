package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import software.amazon.awssdk.core.exception.SdkException;

/** What the errors of CloudFormation, STS and S3 mean for a deployment. */
final class StackSetErrors {
    private StackSetErrors() {}

    static CloudException explain(String action, SdkException failed) {
        return new CloudException(FaultKind.REFUSED, action, null, failed.getMessage(), null);
    }
}
