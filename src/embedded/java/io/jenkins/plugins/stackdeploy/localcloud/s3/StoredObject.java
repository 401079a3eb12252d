package io.jenkins.plugins.stackdeploy.localcloud.s3;

import java.time.Instant;
import java.util.Map;

/**
 * An object in a bucket.
 *
 * @param key its name
 * @param content its bytes; not copied
 * @param contentType what the client said it was
 * @param checksums the checksums that it came with, by lower-case header name
 * @param storedAt when it was put there
 */
record StoredObject(String key, byte[] content, String contentType, Map<String, String> checksums, Instant storedAt) {

    /** Returns the MD5 in quotes, as for every object that was not uploaded in parts. */
    String entityTag() {
        return "\"" + Checksum.hex("MD5", content) + "\"";
    }
}
