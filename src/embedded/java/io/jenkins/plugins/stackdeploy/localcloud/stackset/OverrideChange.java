package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an operation does to the parameter overrides of its instances (CreateStackInstances and UpdateStackInstances,
 * ParameterOverrides).
 *
 * @param values overrides by parameter
 * @param kept parameters whose override, if there is one, stays as it is
 */
record OverrideChange(Map<String, String> values, Set<String> kept) {

    /** Returns the overrides afterwards; what is neither given nor kept goes back to the value of the set. */
    Map<String, String> applyTo(Map<String, String> overrides) {
        Map<String, String> result = new TreeMap<>(overrides);
        result.keySet().retainAll(kept);
        result.putAll(values);
        return result;
    }
}
