package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.template.AwsTemplate;
import io.jenkins.plugins.stackdeploy.localcloud.template.Blueprint;
import io.jenkins.plugins.stackdeploy.localcloud.template.Template;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.Map;

/**
 * What an operation wants a stack to be.
 *
 * @param templateBody the template's text as the client sent it
 * @param parameters a value for each declared parameter
 * @param tags labels in the order in which they were given
 */
public record AwsRevision(String templateBody, Map<String, String> parameters, Map<String, String> tags) {

    /** Returns the parsed template. */
    public Template template() {
        return AwsTemplate.parse(templateBody);
    }

    /**
     * Returns the resources and outputs that it describes for a stack.
     *
     * @throws ApiError ValidationError if conditions or mappings do not fit the values
     */
    public Blueprint blueprint(AwsStack stack) {
        Map<String, String> pseudo = Map.of(
                "AWS::AccountId", stack.accountId(),
                "AWS::Partition", "aws",
                "AWS::Region", stack.region(),
                "AWS::StackId", stack.id(),
                "AWS::StackName", stack.name(),
                "AWS::URLSuffix", "amazonaws.com");
        try {
            return Blueprint.of(template(), parameters, pseudo);
        } catch (ApiError e) {
            throw AwsTemplate.translated(e);
        }
    }
}
