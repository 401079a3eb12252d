package io.jenkins.plugins.stackdeploy.localcloud;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Query requests signed by hand from the published rules, independently of the code under test and of the vendor's client. */
final class RawAwsRequest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    final TreeMap<String, String> form = new TreeMap<>();
    String key = AwsClients.KEY;
    String secret = AwsClients.SECRET;
    String service = "sts";
    String token;
    Instant time = Instant.now();
    /** The date in the credential scope, or null for that of {@link #time}. */
    String scopeDate;
    /** What is really sent, or null for the form. */
    String tamperedBody;
    /** Whether the header x-amz-content-sha256 is sent, as the vendor's Python client does not. */
    boolean hashHeader = true;

    boolean signed = true;

    RawAwsRequest(String action) {
        form.put("Action", action);
        form.put("Version", "2011-06-15");
    }

    HttpResponse<String> send(LocalAws aws) throws Exception {
        String body = form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        String dateTime = TIME.format(time);
        TreeMap<String, String> headers = new TreeMap<>(Map.of(
                "host",
                aws.endpoint().getAuthority(),
                "x-amz-date",
                dateTime,
                "content-type",
                "application/x-www-form-urlencoded; charset=utf-8"));
        if (hashHeader) {
            headers.put("x-amz-content-sha256", sha256(body));
        }
        if (token != null) {
            headers.put("x-amz-security-token", token);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(aws.endpoint() + "/"));
        if (signed) {
            request.header("Authorization", authorization(headers, dateTime, body));
        }
        headers.remove("host");
        headers.forEach(request::header);
        return HTTP.send(
                request.POST(HttpRequest.BodyPublishers.ofString(tamperedBody == null ? body : tamperedBody))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String authorization(TreeMap<String, String> headers, String dateTime, String body) throws Exception {
        String names = String.join(";", headers.keySet());
        String canonicalHeaders = headers.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join("\n", "POST", "/", "", canonicalHeaders, names, sha256(body));
        String date = scopeDate == null ? dateTime.substring(0, 8) : scopeDate;
        String scope = date + "/eu-west-1/" + service + "/aws4_request";
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", dateTime, scope, sha256(canonical));
        byte[] signing = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            signing = hmac(signing, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + key + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                + HexFormat.of().formatHex(hmac(signing, toSign));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
