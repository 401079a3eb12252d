package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.engine.CloudException;

/** Where templates go that are too large to be sent with a request. */
@FunctionalInterface
public interface TemplateUploads {
    /**
     * The address of a template in its bucket; it is uploaded there unless it is there already.
     *
     * @param template a template with a text and a bucket, {@code bucket} or {@code bucket/prefix}
     * @param digest the SHA-256 of the text, 64 hexadecimal digits; names the object
     * @return an https URL, fit for TemplateURL
     * @throws CloudException when the bucket cannot be found or written; the action names the call to S3
     * @throws IllegalArgumentException when the template has no text or no bucket, or the digest is none
     */
    String url(StackSetTemplate template, String digest) throws CloudException;
}
