package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The constraints that a template may put on a parameter's value. */
final class ParameterConstraints {
    private ParameterConstraints() {}

    static void check(ParameterDefinition parameter, String value) {
        JsonNode rules = parameter.definition();
        if (rules.has("AllowedValues")) {
            List<String> allowed = new ArrayList<>();
            rules.get("AllowedValues").forEach(v -> allowed.add(v.asText()));
            if (!allowed.contains(value)) {
                throw parameter.invalid("the value is not one of the allowed values " + allowed);
            }
        }
        if (rules.has("AllowedPattern")) {
            String pattern = rules.get("AllowedPattern").asText();
            if (!Pattern.compile(pattern).matcher(value).matches()) {
                throw parameter.invalid("the value does not match the pattern " + pattern);
            }
        }
        range(parameter, "MinLength", "MaxLength", BigDecimal.valueOf(value.length()), "length");
        if (parameter.type().equals("Number")) {
            range(parameter, "MinValue", "MaxValue", new BigDecimal(value), "value");
        }
    }

    private static void range(ParameterDefinition parameter, String min, String max, BigDecimal actual, String what) {
        JsonNode rules = parameter.definition();
        if (rules.has(min) && actual.compareTo(new BigDecimal(rules.get(min).asText())) < 0) {
            throw parameter.invalid(
                    "the " + what + " is below " + min + " " + rules.get(min).asText());
        }
        if (rules.has(max) && actual.compareTo(new BigDecimal(rules.get(max).asText())) > 0) {
            throw parameter.invalid(
                    "the " + what + " is above " + max + " " + rules.get(max).asText());
        }
    }
}
