package io.jenkins.plugins.stackdeploy.cloudformation;

/**
 * The template of a stack set. Either its text or its URL is there.
 *
 * @param name the file or URL, for messages
 * @param body the text, at most 1,048,576 bytes in UTF-8; null when a URL is given
 * @param url an https URL of S3 or of an SSM document; null when a text is given
 * @param bucket the S3 bucket that a text of more than 51,200 bytes is uploaded to; may be null when it is smaller
 */
public record StackSetTemplate(String name, String body, String url, String bucket) {}
