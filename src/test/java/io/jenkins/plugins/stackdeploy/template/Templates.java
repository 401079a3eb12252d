package io.jenkins.plugins.stackdeploy.template;

import java.nio.charset.StandardCharsets;

/** Short ways to templates for tests. */
final class Templates {
    private Templates() {}

    /** A template with the usual limits, named main.yaml. Every test that expects it to be readable fails when it is not. */
    static Template of(String text) {
        try {
            return parse(text);
        } catch (TemplateException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Template parse(String text) throws TemplateException {
        return Template.parse("main.yaml", text.getBytes(StandardCharsets.UTF_8), TemplateLimits.ROS);
    }
}
