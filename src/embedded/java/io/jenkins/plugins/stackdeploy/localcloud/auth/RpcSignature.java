package io.jenkins.plugins.stackdeploy.localcloud.auth;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.FormCodec;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** RPC signature version 1.0: HMAC-SHA1 over every query parameter and form field, in the parameter Signature. */
final class RpcSignature {
    private RpcSignature() {}

    static boolean appliesTo(WireRequest request) {
        Map<String, String> parameters = request.parameters();
        return parameters.containsKey("Signature") || parameters.containsKey("AccessKeyId");
    }

    static Claim read(WireRequest request) {
        Map<String, String> parameters = request.parameters();
        if (!"HMAC-SHA1".equals(required(parameters, "SignatureMethod"))) {
            throw new ApiError(400, "InvalidSignatureMethod", "Specified SignatureMethod is not valid: use HMAC-SHA1.");
        }
        if (!"1.0".equals(required(parameters, "SignatureVersion"))) {
            throw new ApiError(400, "InvalidSignatureVersion", "Specified SignatureVersion is not valid: use 1.0.");
        }
        TreeMap<String, String> signed = new TreeMap<>(parameters);
        signed.remove("Signature");
        String stringToSign = request.method() + "&" + FormCodec.encode("/") + "&"
                + FormCodec.encode(FormCodec.canonicalQuery(signed));
        return new Claim(
                required(parameters, "AccessKeyId"),
                parameters.get("SecurityToken"),
                Timestamps.parse(required(parameters, "Timestamp")),
                required(parameters, "SignatureNonce"),
                stringToSign,
                required(parameters, "Signature"),
                secret -> Base64.getEncoder().encodeToString(Digests.hmac("HmacSHA1", secret + "&", stringToSign)));
    }

    private static String required(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw new ApiError(400, "Missing" + name, name + " is mandatory for this action.");
        }
        return value;
    }
}
