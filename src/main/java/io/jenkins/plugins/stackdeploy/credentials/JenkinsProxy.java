package io.jenkins.plugins.stackdeploy.credentials;

import hudson.ProxyConfiguration;
import hudson.util.Secret;
import io.jenkins.plugins.stackdeploy.cloudformation.AwsProxy;
import io.jenkins.plugins.stackdeploy.engine.HttpProxy;
import io.jenkins.plugins.stackdeploy.ros.RpcEndpoint;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** The proxy that Jenkins is configured with. */
final class JenkinsProxy {
    private JenkinsProxy() {}

    /**
     * The proxy for an endpoint.
     *
     * @param endpoint what is to be called
     * @return the proxy; null when none is configured, or not for this host
     */
    static HttpProxy forHost(RpcEndpoint endpoint) {
        ProxyConfiguration configured = Jenkins.get().getProxy();
        if (configured == null || configured.getName() == null) {
            return null;
        }
        String host = endpoint.host().replaceAll(":[0-9]+$", "");
        if (configured.createProxy(host).type() == Proxy.Type.DIRECT) {
            return null;
        }
        String user = configured.getUserName();
        String login = "";
        if (user != null && !user.isEmpty()) {
            login = encode(user) + ":" + encode(Secret.toString(configured.getSecretPassword())) + "@";
        }
        return new HttpProxy("http://" + login + configured.getName() + ":" + configured.getPort());
    }

    /**
     * The proxy for AWS, with the hosts that are called without it.
     *
     * @return the proxy; null when none is configured
     */
    static AwsProxy forAws() {
        ProxyConfiguration configured = Jenkins.get().getProxy();
        if (configured == null || configured.getName() == null) {
            return null;
        }
        return new AwsProxy(
                URI.create("http://" + configured.getName() + ":" + configured.getPort()),
                configured.getUserName(),
                configured.getUserName() == null ? null : Secret.toString(configured.getSecretPassword()),
                configured.getNoProxyHostPatterns().stream()
                        .map(host -> host.pattern().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
