package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.TemplateSources;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The template of a call: exactly one of TemplateBody, TemplateURL and TemplateId. */
final class TemplateArgument {
    private static final List<String> NAMES = List.of("TemplateBody", "TemplateURL", "TemplateId");
    private static final int MAX_URL_BYTES = 1024;

    private TemplateArgument() {}

    static boolean given(Parameters parameters) {
        return NAMES.stream().anyMatch(parameters::has);
    }

    static String read(Call call) {
        Parameters parameters = call.parameters();
        if (NAMES.stream().filter(parameters::has).count() != 1) {
            throw ApiError.invalidParameter("TemplateBody", "exactly one of " + NAMES + " must be specified.");
        }
        if (parameters.has("TemplateVersion") && !parameters.has("TemplateId")) {
            throw ApiError.invalidParameter("TemplateVersion", "it needs TemplateId.");
        }
        TemplateSources sources = call.cloud().bench().sources();
        if (parameters.has("TemplateId")) {
            return sources.byId(parameters.text("TemplateId"));
        }
        if (parameters.has("TemplateURL")) {
            String url = parameters.text("TemplateURL");
            if (url.getBytes(StandardCharsets.UTF_8).length > MAX_URL_BYTES || !url.matches("(https?|oss)://.+")) {
                throw ApiError.invalidParameter(
                        "TemplateURL", "it must be an http, https or oss URL up to 1,024 bytes.");
            }
            return sources.byUrl(url);
        }
        if (parameters.text("TemplateBody").isEmpty()) {
            throw ApiError.invalidParameter("TemplateBody", "it must have 1 to 524,288 bytes.");
        }
        return parameters.text("TemplateBody");
    }
}
