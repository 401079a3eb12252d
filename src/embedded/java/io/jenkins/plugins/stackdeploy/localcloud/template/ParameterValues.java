package io.jenkins.plugins.stackdeploy.localcloud.template;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.Map;
import java.util.TreeMap;

/** Finds the value of every declared parameter. */
public final class ParameterValues {
    private ParameterValues() {}

    /**
     * Takes what was given, else what was used before, else the default.
     *
     * @param template declares the parameters
     * @param given values of this request
     * @param previous values of the last create or update if UsePreviousParameters says to use them, else empty
     * @return a value for each declared parameter, by name
     * @throws ApiError UnknownUserParameter, UserParameterMissing or StackValidationFailed, HTTP 400
     */
    public static Map<String, String> resolve(
            Template template, Map<String, String> given, Map<String, String> previous) {
        for (String name : given.keySet()) {
            if (!template.parameters().containsKey(name)) {
                throw new ApiError(
                        400, "UnknownUserParameter", "The Parameter (" + name + ") was not defined in template.");
            }
        }
        Map<String, String> result = new TreeMap<>();
        for (ParameterDefinition parameter : template.parameters().values()) {
            String name = parameter.name();
            String value =
                    given.containsKey(name) ? given.get(name) : previous.getOrDefault(name, parameter.defaultValue());
            if (value == null) {
                throw new ApiError(400, "UserParameterMissing", "The Parameter " + name + " was not provided.");
            }
            parameter.check(value);
            result.put(name, value);
        }
        return result;
    }
}
