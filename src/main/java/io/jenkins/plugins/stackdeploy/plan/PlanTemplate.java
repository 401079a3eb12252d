package io.jenkins.plugins.stackdeploy.plan;

import io.jenkins.plugins.stackdeploy.template.ParameterDeclaration;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateDifference;
import io.jenkins.plugins.stackdeploy.template.TemplateException;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A template that a plan compares: by what it means, or by its text when it cannot be read here, as clouds also have templates
 * of other kinds.
 */
public final class PlanTemplate {
    private static final int CONTEXT_LINES = 3;
    /** A plan is read by people and kept with the build: a longer difference is cut. */
    private static final int MOST_CHARACTERS = 60_000;

    private final String text;
    private final Template template;

    private PlanTemplate(String name, String text, TemplateLimits limits) {
        this.text = text;
        this.template = parsed(name, text, limits);
    }

    /**
     * The template of what is there.
     *
     * @param text its text as the cloud has it
     * @param limits what the cloud takes
     * @return the template
     */
    public static PlanTemplate live(String text, TemplateLimits limits) {
        return new PlanTemplate("live", text, limits);
    }

    /**
     * The template that would be deployed.
     *
     * @param text its text
     * @param limits what the cloud takes
     * @return the template
     */
    public static PlanTemplate planned(String text, TemplateLimits limits) {
        return new PlanTemplate("planned", text, limits);
    }

    private static Template parsed(String name, String text, TemplateLimits limits) {
        try {
            return Template.parse(name, text.getBytes(StandardCharsets.UTF_8), limits);
        } catch (TemplateException otherKind) {
            return null;
        }
    }

    /** The SHA-256 of its canonical form, or of its text when it has none: 64 lower-case hexadecimal digits. */
    public String digest() {
        return template == null ? sha256(text) : template.digest();
    }

    /** The parameters whose values the cloud hides. */
    public Set<String> noEcho() {
        return template == null
                ? Set.of()
                : template.parameters().values().stream()
                        .filter(ParameterDeclaration::noEcho)
                        .map(ParameterDeclaration::name)
                        .collect(Collectors.toSet());
    }

    /**
     * What becomes different from another one.
     *
     * @param before the other one
     * @return a unified diff; empty when they mean the same, or one of them cannot be read here
     */
    public String differenceFrom(PlanTemplate before) {
        if (template == null || before.template == null) {
            return "";
        }
        String difference = TemplateDifference.unified(before.template, template, CONTEXT_LINES);
        if (difference.length() <= MOST_CHARACTERS) {
            return difference;
        }
        int end = difference.lastIndexOf('\n', MOST_CHARACTERS);
        String shown = difference.substring(0, end < 0 ? MOST_CHARACTERS : end);
        long more = difference.substring(shown.length()).lines().count();
        return shown + "\n" + Messages.Text_moreLines(more);
    }

    /**
     * The SHA-256 of a text in UTF-8.
     *
     * @param text any text
     * @return 64 lower-case hexadecimal digits
     */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
