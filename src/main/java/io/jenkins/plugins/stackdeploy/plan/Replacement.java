package io.jenkins.plugins.stackdeploy.plan;

/** Whether a changed resource is made anew and the old one deleted. */
public enum Replacement {
    NO,
    YES,
    /** The cloud cannot tell before it does it. */
    MAYBE
}
