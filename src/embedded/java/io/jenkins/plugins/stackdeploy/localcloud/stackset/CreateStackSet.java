package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.awsstack.TemplateArgument;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** CreateStackSet. */
final class CreateStackSet implements QueryAction {
    static final Pattern NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}");
    /** CloudFormation quotas: "Maximum number of stack sets you can create in your administrator account". */
    private static final int MAX_SETS = 1_000;

    private final StackSetCloud cloud;

    CreateStackSet(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String tokenParameter() {
        return "ClientRequestToken";
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        QueryParameters parameters = call.parameters();
        parameters.required("StackSetName");
        String name = parameters.matching("StackSetName", NAME);
        String token = parameters.matching("ClientRequestToken", TOKEN);
        if (parameters.has("StackId")) {
            throw AwsErrors.validation("Importing a stack is not supported by the local endpoint.");
        }
        String template = TemplateArgument.read(parameters, cloud.templates(), null);
        String owner = new StackSetLookup(cloud).owner(call);
        StackSetSettings settings = new SettingsArgument(parameters, null).read(call, template);
        if (settings.permissionModel() == PermissionModel.SELF_MANAGED && !owner.equals(call.accountId())) {
            throw AwsErrors.validation("DELEGATED_ADMIN needs SERVICE_MANAGED permission model");
        }
        Optional<StackSetRecord> existing = cloud.store().find(owner, call.region(), name);
        if (existing.isPresent()) {
            return replay(existing.get(), token, call);
        }
        checkNumber(owner);
        StackSetRecord set = new StackSetRecord(
                name, UUID.randomUUID().toString(), owner, call.region(), token, OperationStart.digest(call), settings);
        cloud.store().save(set);
        return QueryAnswer.changed(Json.object().put("StackSetId", set.id()));
    }

    private static QueryAnswer replay(StackSetRecord existing, String token, QueryCall call) {
        if (!existing.createdBy(token)) {
            throw StackSetErrors.nameAlreadyExists(existing.name());
        }
        if (!existing.tokenDigest().equals(OperationStart.digest(call))) {
            throw StackSetErrors.createdButModified(existing.name());
        }
        return QueryAnswer.read(Json.object().put("StackSetId", existing.id()));
    }

    private void checkNumber(String owner) {
        long sets = cloud.store().all().stream()
                .filter(set -> !set.deleted() && set.accountId().equals(owner))
                .count();
        if (sets >= MAX_SETS) {
            throw StackSetErrors.limitExceeded("An account cannot have more than " + MAX_SETS + " stack sets");
        }
    }
}
