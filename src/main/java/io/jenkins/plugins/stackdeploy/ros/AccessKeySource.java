package io.jenkins.plugins.stackdeploy.ros;

import io.jenkins.plugins.stackdeploy.engine.CloudException;

/** Where the key of a request comes from; asked before each request, so that keys may end and be replaced. */
public interface AccessKeySource {
    /**
     * The key to use now.
     *
     * @return a key that is valid for some minutes at least
     * @throws CloudException when no key can be had
     */
    AccessKey get() throws CloudException;

    /**
     * The cloud said that a key has ended or is wrong.
     *
     * @param key the key that was used; another may have been taken meanwhile
     * @return true when another may be had by asking again
     */
    default boolean refused(AccessKey key) {
        return false;
    }
}
