package io.jenkins.plugins.stackdeploy.engine;

/** What a shared look saw of one thing. */
public interface Look {
    /**
     * The id that was asked for.
     *
     * @return the id, never null
     */
    String id();
}
