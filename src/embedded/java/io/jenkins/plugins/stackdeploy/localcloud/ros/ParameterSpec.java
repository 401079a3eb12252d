package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters that an action takes, in the notation of the published metadata: {@code RegionId*:S} is required text,
 * {@code L} a number, {@code B} a boolean, {@code StackIds.N} a list and {@code Tags.N{Key*,Value}} a list of objects.
 */
final class ParameterSpec {
    private static final Pattern ITEM = Pattern.compile("(\\w+)(\\.N)?(?:\\{([^}]*)\\})?(\\*)?(?::([SLB]))?");
    private static final Pattern INDEXED = Pattern.compile("(\\w+)\\.([1-9][0-9]*)(?:\\.(\\w+))?");
    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "Format",
            "AccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "SignatureType",
            "Timestamp",
            "SecurityToken",
            "RegionId");

    private final Map<String, Item> items = new LinkedHashMap<>();

    private record Item(String name, boolean list, Set<String> fields, Set<String> required, char type) {}

    private ParameterSpec() {}

    /** Returns whether a parameter belongs to the protocol rather than to the action. */
    static boolean isCommon(String name) {
        return COMMON.contains(name);
    }

    static ParameterSpec of(String notation) {
        ParameterSpec spec = new ParameterSpec();
        for (String text : notation.split(",\\s+")) {
            Matcher matcher = ITEM.matcher(text.trim());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a parameter: " + text);
            }
            Set<String> fields = new TreeSet<>();
            Set<String> required = new TreeSet<>();
            for (String field :
                    matcher.group(3) == null ? new String[0] : matcher.group(3).split(",")) {
                fields.add(field.replace("*", ""));
                if (field.endsWith("*")) {
                    required.add(field.replace("*", ""));
                }
            }
            if (matcher.group(4) != null) {
                required.add("");
            }
            char type = matcher.group(5) == null ? 'S' : matcher.group(5).charAt(0);
            String name = matcher.group(1);
            spec.items.put(name, new Item(name, matcher.group(2) != null, fields, required, type));
        }
        return spec;
    }

    /**
     * Checks names, presence and types.
     *
     * @throws ApiError {@code Missing<Name>} or InvalidParameter, HTTP 400
     */
    void check(Map<String, String> parameters) {
        Map<String, Set<String>> fieldsByElement = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (!items.containsKey(name) || items.get(name).list()) {
                checkUnlisted(name, fieldsByElement);
            } else {
                checkType(name, value, items.get(name).type());
            }
        });
        for (Item item : items.values()) {
            if (!item.list()
                    && item.required().contains("")
                    && parameters.getOrDefault(item.name(), "").isEmpty()) {
                throw missing(item.name());
            }
        }
        fieldsByElement.forEach((element, fields) -> {
            for (String field :
                    items.get(element.substring(0, element.indexOf('.'))).required()) {
                if (!field.isEmpty() && !fields.contains(field)) {
                    throw missing(element + "." + field);
                }
            }
        });
    }

    private void checkUnlisted(String name, Map<String, Set<String>> fieldsByElement) {
        Matcher matcher = INDEXED.matcher(name);
        Item item = matcher.matches() ? items.get(matcher.group(1)) : null;
        if (item != null && item.list()) {
            String field = matcher.group(3);
            if (item.fields().isEmpty() ? field == null : item.fields().contains(field == null ? "" : field)) {
                if (field != null) {
                    fieldsByElement
                            .computeIfAbsent(matcher.group(1) + "." + matcher.group(2), key -> new TreeSet<>())
                            .add(field);
                }
                return;
            }
        }
        if (!isCommon(name)) {
            // The real gateway ignores what it does not know. A stand-in that does so hides misspelled parameters.
            throw ApiError.invalidParameter(name, "the local endpoint does not know it.");
        }
    }

    private static void checkType(String name, String value, char type) {
        if (type == 'B' && !value.equals("true") && !value.equals("false")) {
            throw ApiError.invalidParameter(name, "it must be true or false.");
        }
        if (type == 'L' && !value.matches("-?[0-9]{1,18}")) {
            throw ApiError.invalidParameter(name, "it must be an integer.");
        }
    }

    private static ApiError missing(String name) {
        return new ApiError(400, "Missing" + name, name + " is mandatory for this action.");
    }
}
