package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.stack.ChangeSet;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Revision;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;

/** GetTemplate, of a stack, a change set or a registered template. Processed templates come as JSON (api-gettemplate). */
final class GetTemplate implements RosAction {
    private static final ParameterSpec SPEC = ParameterSpec.of("ChangeSetId:S, IncludePermission:S, IncludeTags:S, "
            + "RegionId:S, StackId:S, TemplateId:S, TemplateStage:S, TemplateVersion:S");

    @Override
    public ParameterSpec spec() {
        return SPEC;
    }

    @Override
    public Answer run(Call call) {
        Parameters parameters = call.parameters();
        List<String> sources = List.of("StackId", "ChangeSetId", "TemplateId");
        if (sources.stream().filter(parameters::has).count() != 1) {
            throw ApiError.invalidParameter("StackId", "exactly one of " + sources + " must be specified.");
        }
        ObjectNode answer = Json.object();
        String body;
        if (parameters.has("TemplateId")) {
            body = call.cloud().bench().sources().byId(parameters.text("TemplateId"));
            answer.put("TemplateId", parameters.text("TemplateId")).put("TemplateVersion", "v1");
        } else {
            body = revision(call).templateBody();
            if (parameters.choice("TemplateStage", "Processed", "Original").equals("Processed")) {
                body = Template.parse(body).root().toString();
            }
        }
        return Answer.of(answer.put("TemplateBody", body)
                .put("Description", Template.parse(body).description()));
    }

    private static Revision revision(Call call) {
        if (call.parameters().has("ChangeSetId")) {
            ChangeSet changeSet = ChangeSets.find(call);
            return changeSet.target();
        }
        Revision revision = call.stack().at(call.now()).revision();
        if (revision == null) {
            throw new ApiError(404, "TemplateNotFound", "The stack has no template yet.");
        }
        return revision;
    }
}
