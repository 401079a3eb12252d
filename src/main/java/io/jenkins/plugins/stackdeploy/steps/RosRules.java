package io.jenkins.plugins.stackdeploy.steps;

import java.util.Optional;
import java.util.regex.Pattern;

/** ROS' rules for arguments. Source: ROS API 2019-09-10, CreateStack. */
final class RosRules {
    static final int STACK_NAME_MOST = 255;
    static final int POLICY_MOST_BYTES = 16_384;
    static final int TAGS_MOST = 20;
    static final int NOTIFICATIONS_MOST = 5;
    static final int URL_MOST = 1_024;
    static final int ROLE_NAME_MOST = 64;
    static final int TIMEOUT_LEAST = 10;
    static final int TIMEOUT_MOST = 1_440;
    static final int TIMEOUT_USUAL = 60;

    private static final Pattern STACK_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern TEMPLATE_VERSION = Pattern.compile("v([1-9][0-9]?|100)");

    private RosRules() {}

    /**
     * What is wrong with a stack's name.
     *
     * @param name may be null
     * @return a message, or empty when nothing is
     */
    static Optional<String> stackName(String name) {
        if (name == null) {
            return Optional.of(Messages.Input_stackNameMissing());
        }
        if (name.length() > STACK_NAME_MOST) {
            return Optional.of(Messages.Input_long("stackName", name.length(), STACK_NAME_MOST));
        }
        return STACK_NAME.matcher(name).matches() ? Optional.empty() : Optional.of(Messages.Input_stackName(name));
    }

    /** Whether a text is v1 to v100. */
    static boolean isTemplateVersion(String version) {
        return TEMPLATE_VERSION.matcher(version).matches();
    }
}
