package io.jenkins.plugins.stackdeploy.localcloud.aws;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;
import io.jenkins.plugins.stackdeploy.localcloud.wire.WireRequest;

/** Answers requests that are not signed for a service of this endpoint, or not signed at all. */
final class UnknownService implements AwsService {
    @Override
    public String name() {
        return "";
    }

    @Override
    public String action(WireRequest request) {
        return request.parameters().getOrDefault("Action", "");
    }

    @Override
    public String token(WireRequest request) {
        return null;
    }

    @Override
    public AwsAnswer run(AwsCall call) {
        throw new ApiError(403, "SignatureDoesNotMatch", "Credential should be scoped to correct service.");
    }

    @Override
    public Reply error(ApiError error, String requestId) {
        return QueryXml.error("http://webservices.amazon.com/AWSFault/2005-15-09", error, requestId);
    }
}
