package io.jenkins.plugins.stackdeploy.ros;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.localcloud.LocalRos;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.wire.FormCodec;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Calls a local ROS without a network and without the vendor's client, for tests that make a hundred thousand calls. */
final class InProcessRos implements RosApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final LocalRos ros;
    private final AccessKeySource keys;

    InProcessRos(LocalRos ros, AccessKeySource keys) {
        this.ros = ros;
        this.keys = keys;
    }

    @Override
    public Answer call(String action, Map<String, String> query, Map<String, String> body) throws CloudException {
        AccessKey key = keys.get();
        TreeMap<String, String> all = new TreeMap<>(query);
        all.putAll(body);
        all.put("Action", action);
        all.put("Version", RosClient.VERSION);
        all.put("AccessKeyId", key.id());
        all.put("SignatureMethod", "HMAC-SHA1");
        all.put("SignatureVersion", "1.0");
        all.put("SignatureNonce", UUID.randomUUID().toString());
        all.put("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        String signed = "POST&%2F&" + FormCodec.encode(FormCodec.canonicalQuery(all));
        all.put("Signature", Base64.getEncoder().encodeToString(Digests.hmac("HmacSHA1", key.secret() + "&", signed)));
        byte[] form = FormCodec.canonicalQuery(all).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("content-type", "application/x-www-form-urlencoded");
        return answer(action, ros.serve(new WireRequest("POST", "/", "/", null, headers, form)));
    }

    private static Answer answer(String action, Reply reply) throws CloudException {
        JsonNode json;
        try {
            json = JSON.readTree(reply.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (reply.status() == 200) {
            return new Answer(json, null);
        }
        String code = json.path("Code").asText();
        String message = json.path("Message").asText();
        throw new CloudException(RosErrors.kind(code, message, reply.status()), action, code, message, null);
    }
}
