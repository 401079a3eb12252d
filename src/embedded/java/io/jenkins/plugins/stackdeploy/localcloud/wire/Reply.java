package io.jenkins.plugins.stackdeploy.localcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** An HTTP answer and how much of it the client gets to see. */
public final class Reply {
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Delivery delivery;

    private Reply(int status, String contentType, byte[] body, Delivery delivery) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.delivery = delivery;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    /** The bytes that Content-Length promises. */
    byte[] body() {
        return body;
    }

    Delivery delivery() {
        return delivery;
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
        return new Reply(0, "", new byte[0], Delivery.DROPPED);
    }

    /** Returns the same answer, delivered otherwise. */
    public Reply delivered(Delivery how) {
        return new Reply(status, contentType, body, how);
    }

    private static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType, body.getBytes(StandardCharsets.UTF_8), Delivery.WHOLE);
    }
}
