package io.jenkins.plugins.stackdeploy.template;

import java.util.List;

/**
 * Where a parameter's value comes from, without the value: fit for a log.
 *
 * @param overridden the sources of the values that were replaced, oldest first
 * @param usePrevious whether the stack keeps the value it has
 */
public record ParameterOrigin(
        String key, ParameterSource source, List<ParameterSource> overridden, boolean secret, boolean usePrevious) {

    public ParameterOrigin {
        overridden = List.copyOf(overridden);
    }
}
