package io.jenkins.plugins.stackdeploy.cloudformation;

import java.net.ProtocolException;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Takes an answer without a request id for none. The SDK reads any XML as an answer in which everything is missing: a stack
 * set must not be created because something in between answered a page of its own.
 */
final class OnlyAws implements ExecutionInterceptor {
    /** What the SDK says when there is no request id. All answers of the Query protocol have one. */
    private static final String NONE = "UNKNOWN";

    @Override
    public void afterUnmarshalling(Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
        if (context.response() instanceof AwsResponse answer
                && NONE.equals(answer.responseMetadata().requestId())) {
            String why = Messages.Aws_noRequestId();
            throw SdkClientException.create(why, new ProtocolException(why));
        }
    }
}
