package io.jenkins.plugins.stackdeploy.engine;

import java.util.Map;

/** Where the values of secret parameters come from, at the moment they are sent. */
@FunctionalInterface
public interface SecretValues {
    /**
     * Fetches them.
     *
     * @return values by parameter name
     * @throws CloudException when one cannot be had
     */
    Map<String, String> get() throws CloudException;
}
