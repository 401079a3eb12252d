package io.jenkins.plugins.stackdeploy.localcloud.awssts;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Identity;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;

/** GetCallerIdentity. */
public final class GetCallerIdentity implements QueryAction {
    @Override
    public QueryAnswer run(QueryCall call) {
        Identity caller = call.aws().caller();
        return QueryAnswer.read(Json.object()
                .put("Arn", caller.arn())
                .put("UserId", caller.userId())
                .put("Account", caller.accountId()));
    }
}
