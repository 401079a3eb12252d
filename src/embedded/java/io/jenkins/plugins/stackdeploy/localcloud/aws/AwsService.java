package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;

/** A service behind the endpoint; which one a request is for, its signature says. Called by several threads. */
public interface AwsService {
    /** Returns the service's name in signatures, such as {@code cloudformation}. */
    String name();

    /**
     * Returns the action that a request asks for, as faults, permissions and the request log call it, such as
     * {@code CreateStackSet} or {@code PutObject}; empty if it names none.
     */
    String action(WireRequest request);

    /** Returns what makes the request count once, such as OperationId, or null. */
    String token(WireRequest request);

    /**
     * Carries a call out.
     *
     * @throws ApiError if it is refused; then nothing has changed
     */
    AwsAnswer run(AwsCall call);

    /** Words an error as clients of this service read it. */
    Reply error(ApiError error, String requestId);
}
