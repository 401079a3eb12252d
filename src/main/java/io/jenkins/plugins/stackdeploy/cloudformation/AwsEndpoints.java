package io.jenkins.plugins.stackdeploy.cloudformation;

import java.net.URI;

/**
 * Where AWS is called. What is null is called at its public endpoint.
 *
 * @param cloudFormation where CloudFormation is called, for every region
 * @param sts where STS is called
 * @param s3 where S3 is called, with the bucket in the path
 */
public record AwsEndpoints(URI cloudFormation, URI sts, URI s3) {
    /** The public ones. */
    public static final AwsEndpoints PUBLIC = new AwsEndpoints(null, null, null);
}
