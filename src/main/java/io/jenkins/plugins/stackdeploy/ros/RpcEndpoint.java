package io.jenkins.plugins.stackdeploy.ros;

import java.net.URI;
import java.util.Locale;

/**
 * Where an API is called.
 *
 * @param host host name, with a port where it is not the usual one
 * @param https whether over TLS
 */
public record RpcEndpoint(String host, boolean https) {
    /** ROS for all regions; the region is a parameter of each call. Source: ROS endpoint rule "central". */
    public static final RpcEndpoint ROS = new RpcEndpoint("ros.aliyuncs.com", true);

    /** STS for all regions. */
    public static final RpcEndpoint STS = new RpcEndpoint("sts.aliyuncs.com", true);

    /**
     * Reads what an administrator wrote.
     *
     * @param text a host, or a URL with http or https and no path
     * @return the endpoint
     * @throws IllegalArgumentException when it is neither
     */
    public static RpcEndpoint parse(String text) {
        String host = text.strip();
        boolean https = true;
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://")) {
            host = host.substring("https://".length());
        } else if (lower.startsWith("http://")) {
            host = host.substring("http://".length());
            https = false;
        }
        if (host.endsWith("/")) {
            host = host.substring(0, host.length() - 1);
        }
        if (!host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?|\\[[0-9a-fA-F:]+](:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(Messages.Endpoint_invalid(text));
        }
        return new RpcEndpoint(host, https);
    }

    /** The address, without a path. */
    public URI uri() {
        return URI.create((https ? "https://" : "http://") + host);
    }
}
