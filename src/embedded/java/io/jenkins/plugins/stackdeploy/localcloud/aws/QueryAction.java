package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;

/** One action of a Query service, in a class of the action's name. Runs under the service's lock. */
public interface QueryAction {
    /** Returns the name that requests call it by. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Returns the parameter that makes a call count once, or null if there is none. */
    default String tokenParameter() {
        return null;
    }

    /**
     * Carries a call out.
     *
     * @throws ApiError if it is refused; then nothing has changed
     */
    QueryAnswer run(QueryCall call);
}
