package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;

/** One action of the API. Runs under the cloud's lock. */
interface RosAction {
    /** Returns the parameters that it takes. */
    ParameterSpec spec();

    /**
     * Carries the call out.
     *
     * @throws ApiError if it is refused; then nothing has changed
     */
    Answer run(Call call);
}
