package io.jenkins.plugins.stackdeploy.localcloud.s3;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The checksums that may come with an upload, each in a header of its own or behind the body. */
final class Checksum {
    private static final Map<String, Function<byte[], byte[]>> ALGORITHMS = Map.of(
            "x-amz-checksum-crc32", content -> crc(new CRC32(), content),
            "x-amz-checksum-crc32c", content -> crc(new CRC32C(), content),
            "x-amz-checksum-sha1", content -> digest("SHA-1", content),
            "x-amz-checksum-sha256", content -> digest("SHA-256", content));

    private Checksum() {}

    /**
     * Verifies all checksums of a body.
     *
     * @param header finds a header, or one that came behind the body, by its lower-case name; null if there is none
     * @return those that there were, by lower-case header name
     * @throws ApiError BadDigest, HTTP 400
     */
    static Map<String, String> verified(byte[] content, Function<String, String> header) {
        String md5 = header.apply("content-md5");
        if (md5 != null && !md5.equals(base64(digest("MD5", content)))) {
            throw bad("Content-MD5");
        }
        Map<String, String> result = new TreeMap<>();
        ALGORITHMS.forEach((name, algorithm) -> {
            String given = header.apply(name);
            if (given != null) {
                if (!given.equals(base64(algorithm.apply(content)))) {
                    throw bad(name);
                }
                result.put(name, given);
            }
        });
        return result;
    }

    static String hex(String algorithm, byte[] content) {
        return HexFormat.of().formatHex(digest(algorithm, content));
    }

    private static ApiError bad(String name) {
        return new ApiError(400, "BadDigest", "The " + name + " you specified did not match what we received.");
    }

    private static byte[] crc(java.util.zip.Checksum crc, byte[] content) {
        crc.update(content);
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
