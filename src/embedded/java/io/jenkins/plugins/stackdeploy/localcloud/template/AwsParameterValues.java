package io.jenkins.plugins.stackdeploy.localcloud.template;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the value of every parameter that a template of CloudFormation declares. */
public final class AwsParameterValues {
    private AwsParameterValues() {}

    /**
     * Takes what was given, else the default.
     *
     * @param template declares the parameters
     * @param given values by name
     * @return a value for each declared parameter, by name
     * @throws ApiError ValidationError that names the parameters that are unknown, missing or not as the template wants
     */
    public static Map<String, String> resolve(Template template, Map<String, String> given) {
        List<String> unknown = given.keySet().stream()
                .filter(name -> !template.parameters().containsKey(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw invalid("Parameters: " + unknown + " do not exist in the template");
        }
        Map<String, String> result = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (ParameterDefinition parameter : template.parameters().values()) {
            String value = given.getOrDefault(parameter.name(), parameter.defaultValue());
            if (value == null) {
                missing.add(parameter.name());
            } else {
                check(parameter, value);
                result.put(parameter.name(), value);
            }
        }
        if (!missing.isEmpty()) {
            throw invalid("Parameters: " + missing + " must have values");
        }
        return result;
    }

    private static void check(ParameterDefinition parameter, String value) {
        try {
            parameter.check(value);
        } catch (ApiError e) {
            throw invalid("Parameter " + parameter.name() + " failed to satisfy constraint: " + e.getMessage());
        }
    }

    private static ApiError invalid(String message) {
        return new ApiError(400, "ValidationError", message);
    }
}
