package io.jenkins.plugins.stackdeploy.approval;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One place that webhooks may go to: a host ({@code hooks.example.com}), the hosts below a domain ({@code *.example.com}),
 * both by https alone, or the beginning of an address ({@code http://chat.internal:8065/hooks/}).
 *
 * @param scheme http or https
 * @param host lower case; of a domain what comes after the asterisk
 * @param port -1 for that of the scheme
 * @param path what the path begins with, up to the end of one of its parts; / for any
 * @param domain whether any host below counts
 */
record AllowedWebhook(String scheme, String host, int port, String path, boolean domain) {
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    /** Reads a line; empty when it is none of these. */
    static Optional<AllowedWebhook> of(String line) {
        String lower = line.strip().toLowerCase(Locale.ROOT);
        if (HOST.matcher(lower).matches()) {
            boolean domain = lower.startsWith("*.");
            return Optional.of(new AllowedWebhook("https", domain ? lower.substring(1) : lower, -1, "/", domain));
        }
        return uri(line.strip()).map(uri -> new AllowedWebhook(scheme(uri), host(uri), port(uri), path(uri), false));
    }

    boolean allows(String address) {
        Optional<URI> given = uri(address);
        return given.isPresent() && allows(given.get());
    }

    private boolean allows(URI uri) {
        String host = host(uri);
        return scheme.equals(scheme(uri))
                && (domain ? host.endsWith(this.host) : host.equals(this.host))
                && port(uri) == port(scheme, port)
                && isBelow(path(uri));
    }

    /** Whole parts alone: what is allowed below /a is not below /ab. */
    private boolean isBelow(String given) {
        return given.equals(path) || given.startsWith(path.endsWith("/") ? path : path + "/");
    }

    /** Addresses with user names are read in more than one way, and none is needed. */
    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return port(scheme(uri), uri.getPort());
    }

    private static int port(String scheme, int port) {
        return port != -1 ? port : scheme.equals("https") ? 443 : 80;
    }

    /** Without steps up, also where they are written with percent signs. */
    private static String path(URI uri) {
        String path = uri.getPath();
        String plain = path == null || path.isEmpty() ? "/" : path;
        try {
            return new URI(null, null, plain, null).normalize().getPath();
        } catch (URISyntaxException odd) {
            return plain;
        }
    }
}
