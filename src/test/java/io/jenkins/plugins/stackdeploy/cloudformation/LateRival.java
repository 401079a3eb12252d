package io.jenkins.plugins.stackdeploy.cloudformation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Does something just before the first call of an action arrives: what another user does between looking and acting. */
final class LateRival {
    private final CloudFormationClient client;
    private boolean done;

    LateRival(CloudFormationClient real, String method, Runnable deed) {
        client = (CloudFormationClient) Proxy.newProxyInstance(
                CloudFormationClient.class.getClassLoader(),
                new Class<?>[] {CloudFormationClient.class},
                (proxy, called, arguments) -> {
                    if (!done && called.getName().equals(method)) {
                        done = true;
                        deed.run();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    CloudFormationClient client() {
        return client;
    }
}
