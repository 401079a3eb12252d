package io.jenkins.plugins.stackdeploy.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests signed by hand from the published rules, independently of the code under test. */
final class RawRequest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final TreeMap<String, String> query = new TreeMap<>();
    final TreeMap<String, String> form = new TreeMap<>();
    String accessKeyId = "AK";
    String secret = "SECRET";
    String nonce = UUID.randomUUID().toString();
    Instant time = Instant.now();
    /** How values are put on the wire; the signature is computed over RFC 3986 in any case. */
    boolean spacesAsPlus;

    boolean chunked;
    byte[] tamperedBody;

    RawRequest(String action) {
        query.put("Action", action);
        query.put("RegionId", TeaRos.REGION);
    }

    RawRequest with(String name, String value) {
        query.put(name, value);
        return this;
    }

    RawRequest body(String name, String value) {
        form.put(name, value);
        return this;
    }

    HttpResponse<String> sendV1(LocalRos ros, String method) throws Exception {
        query.put("Version", "2019-09-10");
        query.put("Format", "JSON");
        query.put("AccessKeyId", accessKeyId);
        query.put("SignatureMethod", "HMAC-SHA1");
        query.put("SignatureVersion", "1.0");
        query.put("SignatureNonce", nonce);
        query.put("Timestamp", time.truncatedTo(ChronoUnit.SECONDS).toString());
        TreeMap<String, String> all = new TreeMap<>(query);
        all.putAll(form);
        String toSign = method + "&%2F&" + strict(canonical(all));
        query.put("Signature", Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret + "&", toSign)));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(ros));
        return send(request, method);
    }

    HttpResponse<String> sendV3(LocalRos ros) throws Exception {
        String action = query.remove("Action");
        byte[] body = wire(form).getBytes(StandardCharsets.UTF_8);
        TreeMap<String, String> headers = new TreeMap<>(Map.of(
                "host",
                ros.endpoint(),
                "x-acs-action",
                action,
                "x-acs-version",
                "2019-09-10",
                "x-acs-date",
                time.truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce",
                nonce,
                "x-acs-content-sha256",
                sha256(body)));
        String canonicalHeaders = headers.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue() + "\n")
                .collect(Collectors.joining());
        String signed = String.join(";", headers.keySet());
        String canonicalRequest =
                String.join("\n", "POST", "/", canonical(query), canonicalHeaders, signed, sha256(body));
        String signature = HexFormat.of()
                .formatHex(hmac(
                        "HmacSHA256",
                        secret,
                        "ACS3-HMAC-SHA256\n" + sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8))));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(ros));
        headers.remove("host");
        headers.forEach(request::header);
        request.header(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=" + accessKeyId + ",Signature=" + signature + ",SignedHeaders=" + signed);
        return send(request, "POST");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String method) throws Exception {
        byte[] body = tamperedBody != null ? tamperedBody : wire(form).getBytes(StandardCharsets.UTF_8);
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        HttpRequest.BodyPublisher publisher = body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : chunked
                        ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                        : HttpRequest.BodyPublishers.ofByteArray(body);
        return HTTP.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(LocalRos ros) {
        return URI.create("http://" + ros.endpoint() + "/?" + wire(query));
    }

    private String wire(SortedMap<String, String> parameters) {
        return spacesAsPlus ? canonical(parameters).replace("%20", "+").replace("%2A", "*") : canonical(parameters);
    }

    static JsonNode json(HttpResponse<String> response) throws Exception {
        return MAPPER.readTree(response.body());
    }

    private static String canonical(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> strict(e.getKey()) + "=" + strict(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String strict(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(String algorithm, String key, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
