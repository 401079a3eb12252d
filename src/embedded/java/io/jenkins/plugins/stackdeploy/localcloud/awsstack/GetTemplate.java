package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.util.List;

/** GetTemplate, of a stack or of one of its change sets. No template is ever processed, so both stages are the same. */
final class GetTemplate extends StackAction {
    GetTemplate(StackCloud cloud) {
        super(cloud);
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        AwsRevision revision = call.parameters().has("ChangeSetName")
                ? ChangeSets.find(cloud(), call).changeSet().target()
                : cloud().described(call).at(call.now()).revision();
        ObjectNode result = Json.object().put("TemplateBody", revision == null ? "" : revision.templateBody());
        result.set("StagesAvailable", Json.texts(List.of("Original", "Processed")));
        return QueryAnswer.read(result);
    }
}
