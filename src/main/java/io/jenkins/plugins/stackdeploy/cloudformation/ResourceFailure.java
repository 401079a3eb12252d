package io.jenkins.plugins.stackdeploy.cloudformation;

/**
 * A resource of a stack that failed of itself, not because another one did. All texts are fit for a log.
 *
 * @param logicalId its name in the template
 * @param type such as {@code AWS::S3::Bucket}
 * @param status such as {@code CREATE_FAILED}
 * @param reason why; never null, may be empty
 */
public record ResourceFailure(String logicalId, String type, String status, String reason) {}
