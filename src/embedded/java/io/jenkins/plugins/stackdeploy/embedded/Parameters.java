package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.BooleanParameterValue;
import hudson.model.ParameterValue;
import hudson.model.StringParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns what a caller gives into the parameters of a build. */
final class Parameters {
    private Parameters() {}

    static List<ParameterValue> of(Map<String, ?> given) {
        List<ParameterValue> values = new ArrayList<>();
        given.forEach((name, value) -> values.add(of(name, value)));
        return values;
    }

    private static ParameterValue of(String name, Object value) {
        if (value instanceof ParameterValue ready) {
            return ready;
        }
        return value instanceof Boolean flag
                ? new BooleanParameterValue(name, flag)
                : new StringParameterValue(name, value.toString());
    }
}
