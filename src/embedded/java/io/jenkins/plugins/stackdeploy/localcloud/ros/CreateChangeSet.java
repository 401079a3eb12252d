package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Change;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ChangeSet;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Revision;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackDiff;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackFamily;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackSettings;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** CreateChangeSet of the types CREATE and UPDATE; IMPORT is not offered. */
final class CreateChangeSet implements RosAction {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,254}");
    private static final int MAX_PER_STACK = 20;
    /** Nominal seconds until a change set is complete. */
    private static final double PREPARATION = 3;

    private static final ParameterSpec SPEC = ParameterSpec.of("ChangeSetName*:S, ChangeSetType:S, ClientToken:S, "
            + "Description:S, DisableRollback:B, NotificationURLs.N, Parallelism:L, "
            + "Parameters.N{ParameterKey*,ParameterValue*}, RamRoleName:S, RegionId*:S, ReplacementOption:S, "
            + "ResourceGroupId:S, StackId:S, StackName:S, StackPolicyBody:S, StackPolicyDuringUpdateBody:S, "
            + "Tags.N{Key,Value}, TemplateBody:S, TemplateId:S, TemplateURL:S, TemplateVersion:S, "
            + "TimeoutInMinutes:L, UsePreviousParameters:B");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        String name = parameters.text("ChangeSetName");
        if (!NAME.matcher(name).matches()) {
            throw ApiError.invalidParameter(
                    "ChangeSetName", "it must have 1 to 255 letters, digits, - and _, and must not start with - or _.");
        }
        String type = parameters.choice("ChangeSetType", "UPDATE", "CREATE");
        return type.equals("CREATE") ? forNewStack(call, name) : forUpdate(call, name);
    }

    private static Answer forNewStack(Call call, String name) {
        Parameters parameters = call.parameters();
        if (!parameters.has("TimeoutInMinutes")) {
            throw new ApiError(400, "MissingTimeoutInMinutes", "TimeoutInMinutes is mandatory for this action.");
        }
        String stackName = CreateStack.newStackName(parameters);
        StackSettings settings = SettingsArgument.forCreate(parameters);
        String body = TemplateArgument.read(call);
        Map<String, String> values =
                ParameterValues.resolve(Template.parse(body), CreateStack.given(parameters), Map.of());
        CreateStack.refuseTakenName(call, stackName);
        StackRecord stack =
                new StackRecord(Ids.uuid(), stackName, call.accountId(), call.region(), null, call.now(), settings);
        stack.stackPolicy(StackPolicy.read(parameters, "StackPolicyBody"));
        Revision target = new Revision(body, values);
        List<Change> changes = StackDiff.between(Map.of(), target.blueprint(stack), Set.of());
        return add(call, new StackFamily(stack), name, "CREATE", target, settings, changes, null);
    }

    private static Answer forUpdate(Call call, String name) {
        Parameters parameters = call.parameters();
        if (!parameters.has("StackId")) {
            throw new ApiError(400, "MissingStackId", "StackId is mandatory for this action.");
        }
        StackFamily family = call.idleFamily();
        StackRecord stack = family.root();
        if (family.changeSets().stream().anyMatch(c -> c.name().equals(name))) {
            throw new ApiError(
                    409,
                    "ChangeSetExists",
                    "The ChangeSet (" + name + ") of Stack (" + stack.name() + ") already exists.");
        }
        if (family.changeSets().size() >= MAX_PER_STACK) {
            throw ApiError.invalidParameter("ChangeSetName", "a stack has at most 20 change sets.");
        }
        UpdateRequest request = UpdateRequest.read(call, stack);
        ObjectNode duringUpdate = StackPolicy.read(parameters, "StackPolicyDuringUpdateBody");
        request.check(
                duringUpdate == null ? stack.stackPolicy() : duringUpdate,
                UpdateRequest.replacementEnabled(parameters));
        if (request.unchanged() && call.cloud().options().unchangedChangeSetIsError()) {
            throw UpdateStack.unchanged();
        }
        String problem = request.unchanged() ? UpdateStack.unchanged().getMessage() : null;
        return add(call, family, name, "UPDATE", request.target(), request.settings(), request.changes(), problem);
    }

    private static Answer add(
            Call call,
            StackFamily family,
            String name,
            String type,
            Revision target,
            StackSettings settings,
            List<Change> changes,
            String problem) {
        ChangeSet changeSet = new ChangeSet(
                Ids.uuid(),
                name,
                type,
                family.root().id(),
                call.parameters().text("Description"),
                call.now(),
                family.root().operations().size(),
                call.cloud().bench().pace().after(call.now(), PREPARATION),
                target,
                settings,
                ChangeView.list(changes),
                problem,
                null);
        family.changeSets().add(changeSet);
        return call.commit(
                family,
                Json.object()
                        .put("ChangeSetId", changeSet.id())
                        .put("StackId", family.root().id()));
    }
}
