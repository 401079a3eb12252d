package io.jenkins.plugins.stackdeploy.bench;

import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;

/** A program that uses the waiter of the AWS SDK for Java as it comes: a look every 30 seconds. */
final class SdkWaiter implements AwsPeer {
    @Override
    public String name() {
        return "AWS SDK v2 waiter";
    }

    @Override
    public Seen deploy(Job job) {
        try (CloudFormationClient client = AwsClients.of(job.endpoint(), job.keys());
                CloudFormationWaiter waiter =
                        CloudFormationWaiter.builder().client(client).build()) {
            String id = client.createStack(
                            stack -> stack.stackName(job.stackName()).templateBody(job.template()))
                    .stackId();
            waiter.waitUntilStackCreateComplete(stack -> stack.stackName(id));
            return new Seen(true, Instant.now(), null, null);
        } catch (SdkException failed) {
            return new Seen(false, Instant.now(), null, failed.getMessage());
        }
    }
}
