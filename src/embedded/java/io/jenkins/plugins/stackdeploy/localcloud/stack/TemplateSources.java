package io.jenkins.plugins.stackdeploy.localcloud.stack;

import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Templates that requests name by id or URL instead of carrying them. Nothing is ever downloaded. */
public final class TemplateSources {
    private final Map<String, String> byId = new ConcurrentHashMap<>();
    private final Map<String, String> byUrl = new ConcurrentHashMap<>();

    /** Registers what TemplateId stands for. */
    public void putId(String templateId, String body) {
        byId.put(templateId, body);
    }

    /** Registers what TemplateURL, http or oss, stands for. */
    public void putUrl(String url, String body) {
        byUrl.put(url, body);
    }

    /**
     * Returns the text of a template known by id.
     *
     * @throws ApiError TemplateNotFound, HTTP 404
     */
    public String byId(String templateId) {
        String body = byId.get(templateId);
        if (body == null) {
            // "Tempalte" is how the published error table spells it.
            throw new ApiError(404, "TemplateNotFound", "The Tempalte (" + templateId + ") could not be found.");
        }
        return body;
    }

    /**
     * Returns the text of a template known by URL.
     *
     * @throws ApiError StackValidationFailed, HTTP 400
     */
    public String byUrl(String url) {
        String body = byUrl.get(url);
        if (body == null) {
            throw new ApiError(
                    400, "StackValidationFailed", "Could not retrieve template: " + url + " could not be found.");
        }
        return body;
    }
}
