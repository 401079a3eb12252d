package io.jenkins.plugins.stackdeploy.template;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a template declares a resource, for messages about deployed resources. */
public final class ResourceLine {
    private ResourceLine() {}

    /**
     * The line of a resource.
     *
     * @param name what people call the template
     * @param body its text
     * @param limits how large it may be
     * @param logicalId the resource's name
     * @return such as {@code main.yaml:42}; empty when the template does not declare it or cannot be read
     */
    public static Optional<String> of(String name, String body, TemplateLimits limits, String logicalId) {
        try {
            return Template.parse(name, body.getBytes(StandardCharsets.UTF_8), limits)
                    .position("Resources", logicalId)
                    .map(position -> name + ":" + position.line());
        } catch (TemplateException unreadable) {
            // It was deployed, so the cloud could read it; a message without a line is still the right message.
            return Optional.empty();
        }
    }
}
