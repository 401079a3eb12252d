package io.jenkins.plugins.stackdeploy.build;

import java.util.Arrays;
import java.util.List;

/**
 * One entry of the manifest's {@code Plugin-Dependencies}: {@code id:version} or
 * {@code id:version;resolution:=optional}.
 *
 * @param version the oldest version of that plugin which Jenkins accepts; never empty
 */
record PluginDependency(String id, String version, boolean optional) {
    private static final String OPTIONAL = ";resolution:=optional";

    /** The entries of the attribute's value, in its order. An entry without id or version is an error. */
    static List<PluginDependency> parse(String attribute) {
        return Arrays.stream(attribute.split(",", -1))
                .map(PluginDependency::entry)
                .toList();
    }

    private static PluginDependency entry(String text) {
        boolean optional = text.endsWith(OPTIONAL);
        String plain = optional ? text.substring(0, text.length() - OPTIONAL.length()) : text;
        String[] parts = plain.split(":", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new AssertionError("not id:version: \"" + text + "\"");
        }
        return new PluginDependency(parts[0], parts[1], optional);
    }
}
