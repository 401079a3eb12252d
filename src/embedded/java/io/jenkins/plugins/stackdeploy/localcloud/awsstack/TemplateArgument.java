package io.jenkins.plugins.stackdeploy.localcloud.awsstack;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.aws.TemplateStore;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The template that a request carries or names. */
public final class TemplateArgument {
    /** Limit of TemplateBody (cloudformation-limits). */
    public static final int MAX_INLINE = 51_200;
    /** Limit of what TemplateURL names (cloudformation-limits). */
    public static final int MAX_AT_URL = 1_048_576;

    private TemplateArgument() {}

    /**
     * Returns the text of the template.
     *
     * @param previous what UsePreviousTemplate stands for, or null if there is no such thing
     * @throws ApiError ValidationError unless exactly one of the ways is taken and leads to a template
     */
    public static String read(QueryParameters parameters, TemplateStore templates, String previous) {
        boolean reuse = parameters.flag("UsePreviousTemplate", false);
        List<Boolean> ways = List.of(parameters.has("TemplateBody"), parameters.has("TemplateURL"), reuse);
        if (ways.stream().filter(way -> way).count() != 1 || (reuse && previous == null)) {
            throw AwsErrors.validation(
                    previous == null
                            ? "Either Template URL or Template Body must be specified."
                            : "Exactly one of TemplateBody, TemplateURL and UsePreviousTemplate must be specified.");
        }
        if (reuse) {
            return previous;
        }
        if (parameters.has("TemplateURL")) {
            return at(parameters.text("TemplateURL"), templates);
        }
        String body = parameters.text("TemplateBody");
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_INLINE) {
            throw AwsErrors.constraint("templateBody", "Member must have length less than or equal to " + MAX_INLINE);
        }
        if (bytes == 0) {
            throw AwsErrors.constraint("templateBody", "Member must have length greater than or equal to 1");
        }
        return body;
    }

    private static String at(String url, TemplateStore templates) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw AwsErrors.validation("TemplateURL must be a supported URL.");
        }
        byte[] content = templates
                .read(url)
                .orElseThrow(() -> AwsErrors.validation("S3 error: The specified key does not exist."));
        if (content.length > MAX_AT_URL) {
            throw AwsErrors.validation("Template may not exceed " + MAX_AT_URL + " bytes in size.");
        }
        return new String(content, StandardCharsets.UTF_8);
    }
}
