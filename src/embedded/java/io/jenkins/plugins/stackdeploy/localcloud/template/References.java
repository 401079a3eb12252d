package io.jenkins.plugins.stackdeploy.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what an expression refers to: Ref, Fn::GetAtt and the placeholders of Fn::Sub. */
final class References {
    /** A placeholder such as {@code ${Vpc}} or {@code ${Vpc.VpcId}}; {@code ${!x}} is literal text. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)\\}");

    private References() {}

    static List<Reference> in(JsonNode expression) {
        List<Reference> result = new ArrayList<>();
        collect(expression, result);
        return result;
    }

    private static void collect(JsonNode node, List<Reference> into) {
        if (node.isObject() && node.size() == 1) {
            String function = node.fieldNames().next();
            JsonNode argument = node.get(function);
            if (function.equals("Ref") && argument.isTextual()) {
                into.add(new Reference(argument.asText(), null));
                return;
            }
            if (function.equals("Fn::GetAtt")) {
                attribute(argument, into);
            }
            if (function.equals("Fn::Sub")) {
                placeholders(argument, into);
            }
        }
        node.forEach(child -> collect(child, into));
    }

    private static void attribute(JsonNode argument, List<Reference> into) {
        if (argument.size() >= 2 && argument.get(0).isTextual()) {
            into.add(new Reference(
                    argument.get(0).asText(),
                    argument.get(1).isTextual() ? argument.get(1).asText() : ""));
        }
    }

    private static void placeholders(JsonNode argument, List<Reference> into) {
        JsonNode text = argument.isArray() ? argument.path(0) : argument;
        Set<String> own = new HashSet<>();
        argument.path(1).fieldNames().forEachRemaining(own::add);
        Matcher matcher = PLACEHOLDER.matcher(text.asText());
        while (matcher.find()) {
            String name = matcher.group(2);
            if (matcher.group(1).isEmpty() && !own.contains(name)) {
                int dot = name.indexOf('.');
                into.add(
                        dot < 0
                                ? new Reference(name, null)
                                : new Reference(name.substring(0, dot), name.substring(dot + 1)));
            }
        }
    }
}
