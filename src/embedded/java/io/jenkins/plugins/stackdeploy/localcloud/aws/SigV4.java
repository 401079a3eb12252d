package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.wire.FormCodec;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signature Version 4: what is signed and with which key. */
final class SigV4 {
    private static final String HMAC = "HmacSHA256";

    private final SigningScope scope;
    private final String dateTime;
    private final byte[] key;

    /**
     * @param scope what the request says
     * @param dateTime {@code yyyyMMdd'T'HHmmss'Z'}
     * @param secret of the key that the request names
     */
    SigV4(SigningScope scope, String dateTime, String secret) {
        this.scope = scope;
        this.dateTime = dateTime;
        byte[] derived = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.text().split("/")) {
            derived = Digests.hmac(HMAC, derived, part);
        }
        this.key = derived;
    }

    /** Returns the text that the signature of the request is computed over. */
    String stringToSign(WireRequest request, String payloadHash) {
        return String.join(
                "\n",
                SigningScope.ALGORITHM,
                dateTime,
                scope.text(),
                Digests.sha256Hex(canonicalRequest(request, payloadHash)));
    }

    private String canonicalRequest(WireRequest request, String payloadHash) {
        String headers = scope.signedHeaders().stream()
                .map(name -> name + ":" + value(request, name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                path(request.rawPath()),
                FormCodec.canonicalQuery(new TreeMap<>(request.query())),
                headers,
                String.join(";", scope.signedHeaders()),
                payloadHash);
    }

    /** Returns the signature of a piece of a streamed body, which is chained to the piece before it. */
    String chunkSignature(String kind, String previous, String... hashes) {
        return sign(String.join("\n", SigningScope.ALGORITHM + kind, dateTime, scope.text(), previous) + "\n"
                + String.join("\n", hashes));
    }

    String sign(String stringToSign) {
        return HexFormat.of().formatHex(Digests.hmac(HMAC, key, stringToSign));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** S3 signs the path as it was sent; every other service encodes it once more. */
    private String path(String rawPath) {
        return scope.service().equals("s3")
                ? rawPath
                : Arrays.stream(rawPath.split("/", -1)).map(FormCodec::encode).collect(Collectors.joining("/"));
    }

    private static String value(WireRequest request, String name) {
        return request.header(name).orElse("").trim().replaceAll(" +", " ");
    }
}
