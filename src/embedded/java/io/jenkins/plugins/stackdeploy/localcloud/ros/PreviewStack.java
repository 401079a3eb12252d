package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Change;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Revision;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackDiff;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackRecord;
import io.jenkins.plugins.stackdeploy.localcloud.stack.StackSettings;
import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.template.ParameterValues;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PreviewStack: of a new stack by StackName, or of an update by StackId. Nested stacks are not expanded. */
final class PreviewStack implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ClientToken:S, DisableRollback:B, EnablePreConfig:B, "
            + "Parallelism:L, Parameters.N{ParameterKey*,ParameterValue*}, RegionId*:S, StackId:S, StackName:S, "
            + "StackPolicyBody:S, TemplateBody:S, TemplateId:S, TemplateURL:S, TemplateVersion:S, "
            + "TimeoutInMinutes:L, UsePreviousParameters:B");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        if (parameters.has("StackId") == parameters.has("StackName")) {
            throw ApiError.invalidParameter("StackName", "exactly one of StackName and StackId must be specified.");
        }
        StackSettings settings = SettingsArgument.forCreate(parameters);
        StackRecord stack;
        Revision target;
        List<Change> changes;
        if (parameters.has("StackId")) {
            stack = call.idleFamily().root();
            UpdateRequest request = UpdateRequest.read(call, stack);
            target = request.target();
            changes = request.changes();
        } else {
            String name = CreateStack.newStackName(parameters);
            CreateStack.refuseTakenName(call, name);
            stack = new StackRecord(Ids.uuid(), name, call.accountId(), call.region(), null, call.now(), settings);
            String body = TemplateArgument.read(call);
            target = new Revision(
                    body, ParameterValues.resolve(Template.parse(body), CreateStack.given(parameters), Map.of()));
            changes = StackDiff.between(Map.of(), target.blueprint(stack), Set.of());
        }
        ObjectNode answer = Json.object();
        answer.set("Stack", view(stack, settings, target, changes));
        return Answer.of(answer);
    }

    private static ObjectNode view(StackRecord stack, StackSettings settings, Revision target, List<Change> changes) {
        Blueprint blueprint = target.blueprint(stack);
        ObjectNode view = Json.object()
                .put("StackName", stack.name())
                .put("RegionId", stack.regionId())
                .put("Description", blueprint.template().description())
                .put("TemplateDescription", blueprint.template().description())
                .put("DisableRollback", settings.disableRollback())
                .put("TimeoutInMinutes", settings.timeoutInMinutes());
        view.set(
                "Parameters",
                StackView.parameters(blueprint.template(), target.parameters(), stack.pseudoParameters()));
        ArrayNode resources = view.putArray("Resources");
        for (Change change : changes) {
            ObjectNode shown = ChangeView.resource(change);
            if (change.goal() != null) {
                shown.set("Properties", change.goal().properties());
                shown.set("RequiredBy", requiredBy(change.logicalId(), blueprint));
            }
            resources.add(shown);
        }
        return view;
    }

    private static ArrayNode requiredBy(String logicalId, Blueprint blueprint) {
        return Json.texts(blueprint.resources().values().stream()
                .filter(resource -> resource.dependencies().contains(logicalId))
                .map(resource -> resource.logicalId())
                .toList());
    }
}
