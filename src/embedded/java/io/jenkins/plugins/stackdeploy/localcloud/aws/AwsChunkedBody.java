package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A body in the content encoding aws-chunked, which S3 clients send: pieces with their lengths, perhaps each with a
 * signature, and perhaps headers after the last one.
 */
final class AwsChunkedBody {
    private static final String SIGNATURE = ";chunk-signature=";
    private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";
    private static final String NOTHING = Digests.sha256Hex("");

    private final byte[] raw;
    private final SigV4 signer;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final Map<String, String> trailers = new LinkedHashMap<>();
    private String previous;
    private int position;

    private AwsChunkedBody(byte[] raw, SigV4 signer, String seed) {
        this.raw = raw;
        this.signer = signer;
        this.previous = seed;
    }

    /**
     * Reads a body.
     *
     * @param signer verifies the pieces, or null if they are not signed
     * @param seed the signature of the request
     * @throws ApiError IncompleteBody or SignatureDoesNotMatch
     */
    static AwsChunkedBody read(byte[] raw, SigV4 signer, String seed) {
        AwsChunkedBody body = new AwsChunkedBody(raw, signer, seed);
        boolean more = true;
        while (more) {
            more = body.chunk();
        }
        body.readTrailers();
        return body;
    }

    byte[] content() {
        return content.toByteArray();
    }

    /** Returns the headers behind the body by lower-case name, the signature left out. */
    Map<String, String> trailers() {
        return trailers;
    }

    private boolean chunk() {
        String head = line();
        int semicolon = head.indexOf(';');
        int length = length(semicolon < 0 ? head : head.substring(0, semicolon));
        if (length > raw.length - position) {
            throw incomplete();
        }
        byte[] data = Arrays.copyOfRange(raw, position, position + length);
        position += length;
        if (signer != null) {
            String expected = signer.chunkSignature("-PAYLOAD", previous, NOTHING, Digests.sha256Hex(data));
            verify(expected, head.contains(SIGNATURE) ? head.substring(semicolon + SIGNATURE.length()) : "");
        }
        content.writeBytes(data);
        if (length > 0 && !line().isEmpty()) {
            throw incomplete();
        }
        return length > 0;
    }

    private void readTrailers() {
        StringBuilder signed = new StringBuilder();
        while (position < raw.length) {
            String line = line();
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).trim();
            if (!name.equals(TRAILER_SIGNATURE)) {
                signed.append(name).append(':').append(value).append('\n');
                trailers.put(name, value);
            } else if (signer != null) {
                verify(signer.chunkSignature("-TRAILER", previous, Digests.sha256Hex(signed.toString())), value);
            }
        }
    }

    private void verify(String expected, String given) {
        if (!SigV4.same(expected, given)) {
            throw AwsErrors.signatureMismatch();
        }
        previous = given;
    }

    private String line() {
        for (int end = position; end + 1 < raw.length; end++) {
            if (raw[end] == '\r' && raw[end + 1] == '\n') {
                String line = new String(raw, position, end - position, StandardCharsets.US_ASCII);
                position = end + 2;
                return line;
            }
        }
        throw incomplete();
    }

    private static int length(String hex) {
        try {
            int length = Integer.parseInt(hex, 16);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw incomplete();
        }
        throw incomplete();
    }

    private static ApiError incomplete() {
        return new ApiError(
                400,
                "IncompleteBody",
                "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }
}
