package io.jenkins.plugins.stackdeploy.localcloud.stackset;

import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.aws.TemplateStore;
import java.nio.charset.StandardCharsets;

/** TemplateBody and TemplateURL: where a template comes from, and how large it may be. */
public final class TemplateArgument {
    /** CloudFormation quotas: "Template body size in a request". */
    static final int MAX_BODY_BYTES = 51_200;
    /** CloudFormation quotas: "Template body size in an Amazon S3 object"; 1 MB. */
    static final int MAX_OBJECT_BYTES = 1_048_576;

    private static final int MAX_URL = 5_120;

    private TemplateArgument() {}

    /**
     * Reads the template of a request.
     *
     * @param templates what TemplateURL stands for
     * @return its text, or null if the request has neither parameter
     * @throws io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError ValidationError if it has both, or if the template is
     *     too large or not there
     */
    public static String read(QueryParameters parameters, TemplateStore templates) {
        String body = parameters.textOrNull("TemplateBody");
        String url = parameters.textOrNull("TemplateURL");
        if (body != null && url != null) {
            throw AwsErrors.validation("You must specify either Template URL or Template Body, not both.");
        }
        return url == null ? checkedBody(body) : atUrl(url, templates);
    }

    private static String checkedBody(String body) {
        if (body != null && body.isEmpty()) {
            throw AwsErrors.constraint("templateBody", "Member must have length greater than or equal to 1");
        }
        if (body != null && body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
            throw AwsErrors.constraint(
                    "templateBody", "Member must have length less than or equal to " + MAX_BODY_BYTES);
        }
        return body;
    }

    private static String atUrl(String url, TemplateStore templates) {
        if (url.length() > MAX_URL) {
            throw AwsErrors.constraint("templateURL", "Member must have length less than or equal to " + MAX_URL);
        }
        byte[] content = templates
                .read(url)
                .orElseThrow(() -> AwsErrors.validation("S3 error: Access Denied: " + url + " cannot be read."));
        if (content.length > MAX_OBJECT_BYTES) {
            throw AwsErrors.validation("Template may not exceed " + MAX_OBJECT_BYTES + " bytes in size.");
        }
        return new String(content, StandardCharsets.UTF_8);
    }
}
