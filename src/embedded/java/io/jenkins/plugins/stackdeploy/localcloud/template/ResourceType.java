package io.jenkins.plugins.stackdeploy.localcloud.template;

import java.util.Set;

/**
 * What the local cloud knows about a kind of resource.
 *
 * @param name such as {@code ALIYUN::ECS::VPC}
 * @param seconds nominal time to create or change one, in seconds
 * @param idPrefix how the ids of the real cloud begin
 * @param attributes what GetAtt may ask for; empty if anything goes
 * @param replacing properties that cannot be changed in place
 */
public record ResourceType(
        String name, double seconds, String idPrefix, Set<String> attributes, Set<String> replacing) {
    /** The type of a stack inside a stack. */
    public static final String STACK = "ALIYUN::ROS::Stack";

    /** Returns the nominal time to delete one, in seconds. */
    public double deleteSeconds() {
        return Math.max(1, seconds / 3);
    }
}
