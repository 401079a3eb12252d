package io.jenkins.plugins.stackdeploy.localcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An HTTP answer and how much of it the client gets to see. */
public final class Reply {
    private final int status;
    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Delivery delivery;
    private final Duration duration;

    private Reply(
            int status,
            String contentType,
            Map<String, String> headers,
            byte[] body,
            Delivery delivery,
            Duration duration) {
        this.status = status;
        this.contentType = contentType;
        this.headers = headers;
        this.body = body;
        this.delivery = delivery;
        this.duration = duration;
    }

    /** Returns the HTTP status, 0 for an answer that never arrives. */
    public int status() {
        return status;
    }

    /** Returns the value of the header Content-Type. */
    public String contentType() {
        return contentType;
    }

    /** Returns the other headers. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the bytes that Content-Length promises, not copied. */
    public byte[] body() {
        return body;
    }

    /** Returns how much of it the client gets to see, and how fast. */
    public Delivery delivery() {
        return delivery;
    }

    /** Returns over what time a slow delivery goes. */
    Duration duration() {
        return duration;
    }

    /** Returns an answer that carries JSON. */
    public static Reply json(int status, JsonNode body) {
        return text(status, "application/json;charset=utf-8", body.toString());
    }

    /** Returns an answer that carries a web page, as a proxy in between would send it. */
    public static Reply html(int status, String page) {
        return text(status, "text/html;charset=utf-8", page);
    }

    /** Returns an answer that never arrives. */
    public static Reply dropped() {
        return new Reply(0, "", Map.of(), new byte[0], Delivery.DROPPED, Duration.ZERO);
    }

    /** Returns an answer that carries an XML document. */
    public static Reply xml(int status, String document) {
        return text(status, "text/xml;charset=utf-8", document);
    }

    /** Returns an answer that carries a file. */
    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, Map.of(), body, Delivery.WHOLE, Duration.ZERO);
    }

    /** Returns the same answer, delivered otherwise. */
    public Reply delivered(Delivery how) {
        return new Reply(status, contentType, headers, body, how, Duration.ZERO);
    }

    /** Returns the same answer, delivered in small pieces over some time. */
    public Reply deliveredOver(Duration time) {
        return new Reply(status, contentType, headers, body, Delivery.SLOW, time);
    }

    /** Returns the same answer with one more header. */
    public Reply header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, more, body, delivery, duration);
    }

    private static Reply text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
