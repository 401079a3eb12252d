package io.jenkins.plugins.stackdeploy.localcloud.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An HTTP request whose body has been read to its end, chunked or not. */
public final class WireRequest {
    private final String method;
    private final String path;
    private final String rawPath;
    private final String rawQuery;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param method upper-case HTTP method
     * @param path decoded path, {@code /} for RPC calls
     * @param rawPath the same path as it was sent
     * @param rawQuery the undecoded query, or null
     * @param headers values by lower-case name; repeated headers are joined by a comma
     * @param body the body's bytes, empty if there is none; not copied
     */
    public WireRequest(
            String method, String path, String rawPath, String rawQuery, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.rawPath = rawPath;
        this.rawQuery = rawQuery;
        this.headers = headers;
        this.body = body;
    }

    /** Returns the upper-case HTTP method. */
    public String method() {
        return method;
    }

    /** Returns the decoded path. */
    public String path() {
        return path;
    }

    /** Returns the path as it was sent, percent-encoded. */
    public String rawPath() {
        return rawPath;
    }

    /** Returns the query as it was sent, or null if there is none. */
    public String rawQuery() {
        return rawQuery;
    }

    /** Returns the body's bytes, not copied. */
    public byte[] body() {
        return body;
    }

    /** Returns the value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the decoded query parameters. */
    public Map<String, String> query() {
        return FormCodec.decode(rawQuery);
    }

    /** Returns the decoded form fields, empty unless the body says that it is a form. */
    public Map<String, String> form() {
        boolean isForm = header("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .orElse(false);
        return isForm ? FormCodec.decode(bodyText()) : Map.of();
    }

    /** Returns query parameters and form fields together; where both name one, the form wins. */
    public Map<String, String> parameters() {
        Map<String, String> result = new LinkedHashMap<>(query());
        result.putAll(form());
        return result;
    }

    /** Returns the body read as UTF-8. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
