package io.jenkins.plugins.stackdeploy.localcloud.stack;

/**
 * A label on a stack.
 *
 * @param key never empty
 * @param value possibly empty
 */
public record Tag(String key, String value) {}
