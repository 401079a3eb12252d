package io.jenkins.plugins.stackdeploy.build;

import java.util.List;

/**
 * A dependency as a POM declares it.
 *
 * @param version empty when a BOM gives it
 * @param scope empty for the default, compile
 * @param exclusions {@code group:artifact}, sorted
 */
record PomDependency(
        String groupId, String artifactId, String version, String scope, boolean optional, List<String> exclusions) {

    /** Whether this is compiled against and, being no plugin, packed. */
    boolean isCompile() {
        return scope.isEmpty() || scope.equals("compile");
    }

    /** Whether this is a Jenkins plugin rather than a library. Plugins are published under these groups alone. */
    boolean isPlugin() {
        return groupId.startsWith("org.jenkins-ci.plugins")
                || groupId.startsWith("io.jenkins")
                || groupId.equals("com.alibabacloud.jenkins");
    }

    /** Group, artifact, version and exclusions: all that decides what ends up in the plugin. */
    String packed() {
        return groupId + ":" + artifactId + ":" + version + " without " + exclusions;
    }
}
