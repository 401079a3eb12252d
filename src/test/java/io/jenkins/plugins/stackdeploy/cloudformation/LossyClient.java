package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.kills.Boundaries;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** A client whose every call is a boundary: the controller may die before it, or its answer be lost. */
final class LossyClient {
    private final Boundaries boundaries;

    LossyClient(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    CloudFormationClient around(CloudFormationClient client) {
        return (CloudFormationClient) Proxy.newProxyInstance(
                CloudFormationClient.class.getClassLoader(),
                new Class<?>[] {CloudFormationClient.class},
                (proxy, method, arguments) -> call(client, method, arguments));
    }

    private Object call(CloudFormationClient client, Method method, Object[] arguments) throws Throwable {
        if (!AwsResponse.class.isAssignableFrom(method.getReturnType())) {
            return method.invoke(client, arguments);
        }
        try {
            return boundaries.call(
                    method.getName(),
                    () -> method.invoke(client, arguments),
                    () -> new InvocationTargetException(
                            SdkClientException.create("the answer is lost", new IOException("connection reset"))));
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
