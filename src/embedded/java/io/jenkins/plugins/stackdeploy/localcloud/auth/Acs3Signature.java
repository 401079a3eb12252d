package io.jenkins.plugins.stackdeploy.localcloud.auth;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.FormCodec;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signature version 3, ACS3-HMAC-SHA256: over the query, chosen headers and the body's hash, in the Authorization header. */
final class Acs3Signature {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final List<String> MUST_BE_SIGNED = List.of(
            "x-acs-action",
            "x-acs-version",
            "x-acs-date",
            "x-acs-signature-nonce",
            "x-acs-content-sha256",
            "x-acs-security-token");

    private Acs3Signature() {}

    static boolean appliesTo(WireRequest request) {
        return request.header("authorization").orElse("").startsWith(ALGORITHM);
    }

    static Claim read(WireRequest request) {
        Map<String, String> fields =
                authorization(request.header("authorization").orElse(""));
        String signedHeaders = field(fields, "SignedHeaders");
        List<String> names = List.of(signedHeaders.split(";"));
        for (String name : MUST_BE_SIGNED) {
            if (request.header(name).isPresent() && !names.contains(name)) {
                throw mismatch("the header " + name + " is not signed");
            }
        }
        String bodyHash = Digests.sha256Hex(request.body());
        if (!bodyHash.equals(header(request, "x-acs-content-sha256"))) {
            throw mismatch("x-acs-content-sha256 is not the hash of the body, " + bodyHash);
        }
        String headers = names.stream()
                .map(name -> name + ":" + header(request, name).trim() + "\n")
                .collect(Collectors.joining());
        String canonicalRequest = String.join(
                "\n",
                request.method(),
                request.path(),
                FormCodec.canonicalQuery(new TreeMap<>(request.query())),
                headers,
                signedHeaders,
                bodyHash);
        String stringToSign = ALGORITHM + "\n" + Digests.sha256Hex(canonicalRequest);
        return new Claim(
                field(fields, "Credential"),
                request.header("x-acs-security-token").orElse(null),
                Timestamps.parse(header(request, "x-acs-date")),
                header(request, "x-acs-signature-nonce"),
                stringToSign,
                field(fields, "Signature"),
                secret -> HexFormat.of().formatHex(Digests.hmac("HmacSHA256", secret, stringToSign)));
    }

    /** The order of the three fields differs between SDKs, and so does the space after the comma. */
    private static Map<String, String> authorization(String value) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String field : value.substring(ALGORITHM.length()).split(",")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                result.put(
                        field.substring(0, equals).trim(),
                        field.substring(equals + 1).trim());
            }
        }
        return result;
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new ApiError(400, "IncompleteSignature", "The Authorization header has no field " + name + ".");
        }
        return value;
    }

    private static String header(WireRequest request, String name) {
        return request.header(name)
                .orElseThrow(() -> new ApiError(400, "MissingParameter", "The header " + name + " is mandatory."));
    }

    private static ApiError mismatch(String why) {
        return new ApiError(
                400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation: " + why);
    }
}
