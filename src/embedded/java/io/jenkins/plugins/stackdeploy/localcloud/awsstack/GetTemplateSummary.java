package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.ResourceDefinition;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import java.util.function.Function;
import java.util.stream.Stream;

/** GetTemplateSummary, of a template or of what a stack or a stack set has. */
public final class GetTemplateSummary implements QueryAction {
    private final StackCloud cloud;
    private final Function<QueryCall, String> stackSetTemplate;

    /**
     * @param stackSetTemplate finds the template of the set that StackSetName names
     */
    public GetTemplateSummary(StackCloud cloud, Function<QueryCall, String> stackSetTemplate) {
        this.cloud = cloud;
        this.stackSetTemplate = stackSetTemplate;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        Template template = AwsTemplate.parse(body(call));
        ObjectNode view = TemplateView.of(template, true);
        template.resources().values().stream()
                .map(ResourceDefinition::type)
                .distinct()
                .sorted()
                .forEach(view.putArray("ResourceTypes")::add);
        String version = template.root().path("AWSTemplateFormatVersion").asText("");
        if (!version.isEmpty()) {
            view.put("Version", version);
        }
        return QueryAnswer.read(view);
    }

    private String body(QueryCall call) {
        long sources = Stream.of("TemplateBody", "TemplateURL", "StackName", "StackSetName")
                .filter(call.parameters()::has)
                .count();
        if (sources != 1) {
            throw AwsErrors.validation(
                    "Exactly one of TemplateBody, TemplateURL, StackName and StackSetName must be specified.");
        }
        if (call.parameters().has("StackSetName")) {
            return stackSetTemplate.apply(call);
        }
        if (!call.parameters().has("StackName")) {
            return TemplateArgument.read(call.parameters(), cloud.templates(), null);
        }
        AwsStack stack = cloud.described(call);
        AwsRevision revision = stack.at(call.now()).revision();
        if (revision == null) {
            throw AwsErrors.validation("GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.");
        }
        return revision.templateBody();
    }
}
