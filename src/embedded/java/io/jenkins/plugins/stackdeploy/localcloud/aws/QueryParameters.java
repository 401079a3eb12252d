package io.jenkins.plugins.stackdeploy.localcloud.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The parameters of a call: {@code Tags.member.2.Key=a} and {@code OperationPreferences.MaxConcurrentCount=3} as lists and
 * structures. An empty list is sent as {@code Tags=}.
 */
public final class QueryParameters {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private final JsonNode root;
    private final String path;

    private QueryParameters(JsonNode root, String path) {
        this.root = root;
        this.path = path;
    }

    /** Reads the fields of a form. */
    public static QueryParameters of(Map<String, String> fields) {
        ObjectNode root = Json.object();
        fields.forEach((name, value) -> put(root, name.split("\\."), value));
        return new QueryParameters(root, "");
    }

    /** Returns whether the parameter was sent, be it empty. */
    public boolean has(String name) {
        return root.has(name);
    }

    /** Returns a text, empty if it was not sent. */
    public String text(String name) {
        return root.path(name).asText("");
    }

    /** Returns a text, or null if it was not sent. */
    public String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    /**
     * Returns a text that must be there.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError
     */
    public String required(String name) {
        if (!root.path(name).isTextual()) {
            throw AwsErrors.constraint(member(name), "Member must not be null");
        }
        return text(name);
    }

    /**
     * Returns a text that must match if it was sent, or null.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError
     */
    public String matching(String name, Pattern pattern) {
        String value = textOrNull(name);
        if (value != null && !pattern.matcher(value).matches()) {
            throw AwsErrors.constraint(member(name), "Member must satisfy regular expression pattern: " + pattern);
        }
        return value;
    }

    /**
     * Returns a constant of the enumeration, or the default if none was sent.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError for any other text
     */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text(name)))
                .findFirst()
                .orElseThrow(() -> AwsErrors.constraint(
                        member(name),
                        "Member must satisfy enum value set: " + Arrays.toString(type.getEnumConstants())));
    }

    /**
     * Returns true or false, or the default if neither was sent.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError for any other text
     */
    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        String value = text(name);
        if (!value.equals("true") && !value.equals("false")) {
            throw AwsErrors.constraint(member(name), "Member must be a boolean");
        }
        return value.equals("true");
    }

    /**
     * Returns a number, or the default if none was sent.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError if it is outside the range
     */
    public int integer(String name, int min, int max, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!NUMBER.matcher(text(name)).matches()) {
            throw AwsErrors.constraint(member(name), "Member must be an integer");
        }
        int value = Integer.parseInt(text(name));
        if (value < min) {
            throw AwsErrors.constraint(member(name), "Member must have value greater than or equal to " + min);
        }
        if (value > max) {
            throw AwsErrors.constraint(member(name), "Member must have value less than or equal to " + max);
        }
        return value;
    }

    /** Returns the texts of a list, empty if it was not sent. */
    public List<String> texts(String name) {
        return members(name).stream().map(JsonNode::asText).toList();
    }

    /** Returns the structures of a list, empty if it was not sent. */
    public List<QueryParameters> structures(String name) {
        List<JsonNode> members = members(name);
        List<QueryParameters> result = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            result.add(new QueryParameters(members.get(i), member(name) + "." + (i + 1) + ".member."));
        }
        return result;
    }

    /** Returns a structure, empty if it was not sent. */
    public QueryParameters structure(String name) {
        return new QueryParameters(root.path(name), member(name) + ".");
    }

    /** Returns all names and values in one order, to compare calls by. */
    @Override
    public String toString() {
        return root.toString();
    }

    private List<JsonNode> members(String name) {
        Map<Integer, JsonNode> byIndex = new TreeMap<>();
        root.path(name).path("member").properties().forEach(e -> {
            if (!NUMBER.matcher(e.getKey()).matches()) {
                throw AwsErrors.validation("The list " + member(name) + " is not numbered.");
            }
            byIndex.put(Integer.valueOf(e.getKey()), e.getValue());
        });
        return List.copyOf(byIndex.values());
    }

    private String member(String name) {
        return path + Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static void put(ObjectNode root, String[] steps, String value) {
        ObjectNode at = root;
        for (int i = 0; i + 1 < steps.length; i++) {
            at = at.get(steps[i]) instanceof ObjectNode existing ? existing : at.putObject(steps[i]);
        }
        at.put(steps[steps.length - 1], value);
    }
}
