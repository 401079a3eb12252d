package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Authorization header of Signature Version 4, taken apart before anything of it is believed.
 *
 * @param accessKeyId the key that the request says it was signed with
 * @param date {@code yyyyMMdd}
 * @param region the region that the signature is for
 * @param service the service that the signature is for, such as {@code cloudformation}
 * @param signedHeaders lower-case names in the order of the list
 * @param signature lower-case hexadecimal digits
 */
public record SigningScope(
        String accessKeyId, String date, String region, String service, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int PARTS = 5;

    /**
     * Reads the header.
     *
     * @throws ApiError MissingAuthenticationToken or IncompleteSignature
     */
    static SigningScope of(WireRequest request) {
        String header = request.header("authorization")
                .orElseThrow(() ->
                        new ApiError(403, "MissingAuthenticationToken", "Request is missing Authentication Token"));
        if (!header.startsWith(ALGORITHM + " ")) {
            throw incomplete("it must begin with " + ALGORITHM);
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : header.substring(ALGORITHM.length()).split(",")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals).trim(),
                        field.substring(equals + 1).trim());
            }
        }
        List<String> credential =
                new ArrayList<>(List.of(field(fields, "Credential").split("/")));
        if (credential.size() < PARTS || !credential.get(credential.size() - 1).equals("aws4_request")) {
            throw incomplete("Credential must be KEY/date/region/service/aws4_request");
        }
        int from = credential.size() - PARTS;
        return new SigningScope(
                String.join("/", credential.subList(0, from + 1)),
                credential.get(from + 1),
                credential.get(from + 2),
                credential.get(from + 3),
                List.of(field(fields, "SignedHeaders").split(";")),
                field(fields, "Signature"));
    }

    /** Returns {@code date/region/service/aws4_request}. */
    String text() {
        return String.join("/", date, region, service, "aws4_request");
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw incomplete("it has no field " + name);
        }
        return value;
    }

    private static ApiError incomplete(String why) {
        return new ApiError(400, "IncompleteSignature", "The Authorization header cannot be read: " + why + ".");
    }
}
