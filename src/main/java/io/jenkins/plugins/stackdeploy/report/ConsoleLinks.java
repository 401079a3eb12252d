package io.jenkins.plugins.stackdeploy.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Tells whether an address is one of a cloud's console, before a page links to it. */
final class ConsoleLinks {
    private static final List<String> HOSTS = List.of(
            "ros.console.aliyun.com",
            "console.aws.amazon.com",
            "console.amazonaws.cn",
            "console.amazonaws-us-gov.com",
            "console.amazonaws-eusc.eu");

    private ConsoleLinks() {}

    /**
     * The address, if it may be linked to.
     *
     * @param address any text; may be null
     * @return the same address, or null when it is not https, or not a console's
     */
    static String allowed(String address) {
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address);
            boolean plain = "https".equals(uri.getScheme()) && uri.getUserInfo() == null && uri.getPort() < 0;
            return plain && uri.getHost() != null && isConsole(uri.getHost()) ? address : null;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    /** The consoles of AWS have their region in front. */
    private static boolean isConsole(String host) {
        return HOSTS.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }
}
