package io.jenkins.plugins.stackdeploy.cloudformation;

import io.jenkins.plugins.stackdeploy.template.ParameterDeclaration;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateException;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The template of a stack set and the one that it is to have. They are the same when they mean the same, whatever their
 * format, comments and order of keys.
 */
final class TemplateComparison {
    private final boolean differ;
    private final boolean uncertain;
    private final Map<String, ParameterDeclaration> before;
    private final Map<String, ParameterDeclaration> after;

    private TemplateComparison(
            boolean differ,
            boolean uncertain,
            Map<String, ParameterDeclaration> before,
            Map<String, ParameterDeclaration> after) {
        this.differ = differ;
        this.uncertain = uncertain;
        this.before = before;
        this.after = after;
    }

    /**
     * Compares.
     *
     * @param live the text that the stack set has; may be null
     * @param wanted what it is to have
     */
    static TemplateComparison of(String live, StackSetTemplate wanted) {
        Optional<Template> before = parse("live", live);
        Map<String, ParameterDeclaration> declared =
                before.map(Template::parameters).orElse(Map.of());
        if (wanted.body() == null) {
            // What is behind the URL is not known here, and may have changed while the URL has not.
            return new TemplateComparison(true, true, declared, declared);
        }
        Optional<Template> after = parse(wanted.name(), wanted.body());
        boolean same = before.isPresent() && after.isPresent()
                ? before.get().canonical().equals(after.get().canonical())
                : wanted.body().equals(live);
        return new TemplateComparison(
                !same, false, declared, after.map(Template::parameters).orElse(declared));
    }

    private static Optional<Template> parse(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Template.parse(name, text.getBytes(StandardCharsets.UTF_8), TemplateLimits.CLOUDFORMATION_S3));
        } catch (TemplateException unreadable) {
            // The service may read what we cannot; then only the same text is the same template.
            return Optional.empty();
        }
    }

    /** Whether the templates differ, or may do so. */
    boolean differ() {
        return differ;
    }

    /** Whether they could not be compared. */
    boolean isUncertain() {
        return uncertain;
    }

    /** The parameters that the live template declares, by name. */
    Map<String, ParameterDeclaration> before() {
        return before;
    }

    /** The parameters that the wanted template declares, by name; those of the live one when it cannot be read. */
    Map<String, ParameterDeclaration> after() {
        return after;
    }
}
