package io.jenkins.plugins.stackdeploy.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells one state of a file from another that is only ever appended to.
 *
 * @param length in bytes
 * @param modified in milliseconds since 1970
 */
record FileStamp(long length, long modified) {
    /**
     * The state of now.
     *
     * @throws IOException when there is no such file
     */
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
