package io.jenkins.plugins.stackdeploy.approval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** An answer in JSON. */
public final class JsonAnswer implements HttpResponse {
    static final int OK = 200;
    static final int NOT_MODIFIED = 304;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED = 415;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final Map<String, Object> body;
    private final boolean comparable;

    private JsonAnswer(int status, Map<String, Object> body, boolean comparable) {
        this.status = status;
        this.body = body;
        this.comparable = comparable;
    }

    /**
     * What a page asks for again and again: answered with 304 while it has not changed.
     *
     * @param body plain values by name
     * @return the answer
     */
    public static JsonAnswer ofState(Map<String, Object> body) {
        return new JsonAnswer(OK, body, true);
    }

    static JsonAnswer of(int status, Map<String, Object> body) {
        return new JsonAnswer(status, body, false);
    }

    /**
     * Why not.
     *
     * @param reason one word, for programs
     * @param message a sentence, for people
     */
    static JsonAnswer error(int status, String reason, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", message);
        body.put("reason", reason);
        return of(status, body);
    }

    @Override
    public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        rsp.setHeader("Cache-Control", "private, no-cache");
        rsp.setHeader("X-Content-Type-Options", "nosniff");
        if (comparable) {
            String tag = '"' + sha256(bytes) + '"';
            rsp.setHeader("ETag", tag);
            if (tag.equals(req.getHeader("If-None-Match"))) {
                rsp.setStatus(NOT_MODIFIED);
                return;
            }
        }
        rsp.setStatus(status);
        rsp.setContentType("application/json;charset=UTF-8");
        rsp.getOutputStream().write(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
