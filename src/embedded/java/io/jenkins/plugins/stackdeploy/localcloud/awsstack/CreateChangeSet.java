package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** CreateChangeSet of the types CREATE and UPDATE. */
final class CreateChangeSet extends StackAction {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");
    /** Nominal seconds until it is known what changes. */
    private static final double SECONDS = 4;
    /** Clients match on these words. */
    private static final String NOTHING =
            "The submitted information didn't contain changes. Submit different information"
                    + " to create a change set.";

    private enum Type {
        CREATE,
        UPDATE
    }

    CreateChangeSet(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public String tokenParameter() {
        return "ClientToken";
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        call.parameters().required("ChangeSetName");
        String name = call.parameters().matching("ChangeSetName", NAME);
        Type type = call.parameters().choice("ChangeSetType", Type.class, Type.UPDATE);
        AwsStack stack = type == Type.CREATE ? created(call, name) : cloud().changed(call);
        AwsSnapshot state = type == Type.CREATE ? stack.at(call.now()) : UpdateStack.updatable(stack, call);
        if (stack.changeSets().stream().anyMatch(other -> other.name().equals(name))) {
            throw new ApiError(400, "AlreadyExistsException", "ChangeSet " + name + " already exists");
        }
        StackRequest request = new StackRequest(call.parameters(), state.revision());
        AwsRevision target = request.revision(cloud().templates());
        boolean empty = type == Type.UPDATE && !UpdateStack.changesAnything(stack, state, target);
        List<ResourceChange> changes = ResourceDiff.between(state, target.blueprint(stack));
        Instant ready = cloud().shop().pace().after(call.now(), SECONDS);
        String id = AwsIds.arn("changeSet", name, call.accountId(), call.region());
        stack.changeSets()
                .add(new AwsChangeSet(
                        id,
                        name,
                        type.name(),
                        call.parameters().text("Description"),
                        call.now(),
                        ready,
                        stack.operations().size(),
                        target,
                        settings(request, call, stack),
                        changes,
                        empty ? NOTHING : null,
                        -1));
        cloud().store().save(stack);
        return QueryAnswer.changed(Json.object().put("Id", id).put("StackId", stack.id()));
    }

    /** OnStackFailure is to change sets what OnFailure is to CreateStack. */
    private static AwsSettings settings(StackRequest request, QueryCall call, AwsStack stack) {
        AwsSettings settings = request.settings(stack.settings());
        return call.parameters().has("OnStackFailure")
                ? settings.onFailure(call.parameters().text("OnStackFailure"))
                : settings;
    }

    private AwsStack created(QueryCall call, String changeSet) {
        String name = call.parameters().required("StackName");
        AwsStack there = cloud().find(call, name).orElse(null);
        if (there == null) {
            return new AwsStack(
                    AwsIds.arn("stack", StackRequest.newName(call.parameters()), call.accountId(), call.region()),
                    name,
                    call.accountId(),
                    call.region(),
                    call.now(),
                    AwsSettings.defaults());
        }
        if (!there.operations().isEmpty()) {
            throw AwsErrors.validation("Stack [" + name
                    + "] already exists and cannot be created again with the changeSet [" + changeSet + "].");
        }
        return there;
    }
}
