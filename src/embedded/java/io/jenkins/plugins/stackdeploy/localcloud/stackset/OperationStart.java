package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the actions that start an operation have in common: the OperationId, and that a set takes one at a time. */
abstract class OperationStart implements QueryAction {
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}");

    private final StackSetCloud cloud;

    OperationStart(StackSetCloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Says what the operation is to do.
     *
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError if the request is refused
     */
    abstract OperationDraft draft(QueryCall call, StackSetRecord set);

    StackSetCloud cloud() {
        return cloud;
    }

    @Override
    public String tokenParameter() {
        return "OperationId";
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        String given = call.parameters().matching("OperationId", ID);
        StackSetRecord set = new StackSetLookup(cloud).set(call);
        String id = given == null ? UUID.randomUUID().toString() : given;
        String digest = digest(call);
        Optional<StackSetOperation> earlier = set.operation(id);
        if (earlier.isPresent()) {
            return replay(earlier.get(), digest, call);
        }
        Optional<StackSetOperation> other = set.active(call.now()).findFirst();
        if (other.isPresent() && !set.settings().managedExecution()) {
            throw StackSetErrors.operationInProgress(other.get());
        }
        OperationDraft draft = draft(call, set);
        checkLimit(set.accountId(), draft, call);
        cloud.engine().submit(set, new StackSetOperation(id, digest, draft, call.now()), call.now());
        return QueryAnswer.changed(Json.object().put("OperationId", id));
    }

    private QueryAnswer replay(StackSetOperation earlier, String digest, QueryCall call) {
        switch (cloud.options().replayAnswer()) {
            case SAME_ID -> {
                if (earlier.digest().equals(digest)) {
                    return QueryAnswer.read(Json.object().put("OperationId", earlier.id()));
                }
            }
            case IN_PROGRESS_WHILE_RUNNING -> {
                if (earlier.active(call.now())) {
                    throw StackSetErrors.operationInProgress(earlier);
                }
            }
            case ALREADY_EXISTS -> {
                // Equal or not, running or not: the id is taken.
            }
        }
        throw StackSetErrors.operationIdAlreadyExists(earlier.id());
    }

    private void checkLimit(String owner, OperationDraft draft, QueryCall call) {
        int limit = cloud.options().maxInstancesPerOperation();
        int going = cloud.store().all().stream()
                .filter(set -> set.accountId().equals(owner))
                .flatMap(set -> set.active(call.now()))
                .mapToInt(operation -> operation.draft().targets().size())
                .sum();
        if (limit > 0 && draft.targets().size() + going > limit) {
            throw StackSetErrors.limitExceeded(
                    "StackSet operations cannot involve more than " + limit + " stack instances at a time");
        }
    }

    /** Refuses a request without Regions, which most actions need. */
    static TargetSpec complete(TargetSpec spec) {
        if (spec.regions().isEmpty()) {
            throw AwsErrors.constraint("regions", "Member must have length greater than or equal to 1");
        }
        if (spec.accounts().isEmpty() && spec.units().isEmpty()) {
            throw AwsErrors.validation("Either Accounts or DeploymentTargets must be specified with Regions");
        }
        return spec;
    }

    static String digest(QueryCall call) {
        Map<String, String> fields = new TreeMap<>(call.aws().request().parameters());
        return Digests.sha256Hex(fields.toString());
    }
}
