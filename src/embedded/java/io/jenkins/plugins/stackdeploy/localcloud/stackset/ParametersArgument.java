package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Parameters and ParameterOverrides. */
final class ParametersArgument {
    private ParametersArgument() {}

    /**
     * Reads the values of a set's parameters.
     *
     * @param previous values that UsePreviousValue means; empty for a new set
     * @return a value for each parameter of the template
     */
    static Map<String, String> values(QueryParameters parameters, Template template, Map<String, String> previous) {
        Map<String, String> given = new LinkedHashMap<>();
        for (QueryParameters parameter : parameters.structures("Parameters")) {
            String key = parameter.required("ParameterKey");
            if (!parameter.flag("UsePreviousValue", false)) {
                given.put(key, parameter.text("ParameterValue"));
            } else if (parameter.has("ParameterValue") || !previous.containsKey(key)) {
                throw AwsErrors.validation("Invalid input for parameter key " + key
                        + ". Cannot specify usePreviousValue as true for a parameter key not in the previous template"
                        + " or together with a value.");
            } else {
                given.put(key, previous.get(key));
            }
        }
        return AwsParameterValues.resolve(template, given);
    }

    /**
     * Reads a change of overrides.
     *
     * @param set whose parameters can be overridden
     * @param template of the set
     * @return null if the request has none
     */
    static OverrideChange overrides(QueryParameters parameters, StackSetRecord set, Template template) {
        if (!parameters.has("ParameterOverrides")) {
            return null;
        }
        Map<String, String> values = new TreeMap<>();
        Set<String> kept = new LinkedHashSet<>();
        for (QueryParameters override : parameters.structures("ParameterOverrides")) {
            String key = override.required("ParameterKey");
            if (override.flag("UsePreviousValue", false)) {
                kept.add(key);
            } else {
                values.put(key, override.text("ParameterValue"));
            }
        }
        refuseUnknown(kept, template);
        Map<String, String> all = new TreeMap<>(set.settings().parameters());
        all.putAll(values);
        AwsParameterValues.resolve(template, all);
        return new OverrideChange(values, kept);
    }

    /**
     * Refuses overrides of parameters that the instances do not have yet: an update of the set must bring them first.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError
     */
    static void refuseNew(OverrideChange change, StackSetRecord set, List<Target> targets) {
        for (Target target : targets) {
            Set<String> known = set.instance(target).orElseThrow().parameterNames();
            for (String name : change.values().keySet()) {
                if (!known.isEmpty() && !known.contains(name)) {
                    throw AwsErrors.validation("Parameters: [" + name
                            + "] cannot be overridden before the stack instances are updated with the template that has"
                            + " them");
                }
            }
        }
    }

    private static void refuseUnknown(Set<String> names, Template template) {
        List<String> unknown = names.stream()
                .filter(name -> !template.parameters().containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw AwsErrors.validation("Parameters: " + unknown + " do not exist in the template");
        }
    }
}
