package io.jenkins.plugins.stackdeploy.ros;

/**
 * A parameter that a request gives.
 *
 * @param key the name that the template declares
 * @param value the value; null for a secret, which is fetched when it is sent and never kept
 * @param secret whether it is one
 */
public record RosParameter(String key, String value, boolean secret) {
    @Override
    public String toString() {
        return key;
    }
}
