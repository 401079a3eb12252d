package io.jenkins.plugins.stackdeploy.ros;

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
 * A template that a plan compares: by what it means, or by its text when it cannot be read here, as ROS also has templates of
 * other kinds.
 */
final class PlanTemplate {
    private static final int CONTEXT_LINES = 3;
    /** A plan is read by people and kept with the build: a longer difference is cut. */
    private static final int MOST_CHARACTERS = 60_000;

    private final String text;
    private final Template template;

    private PlanTemplate(String name, String text) {
        this.text = text;
        this.template = parsed(name, text);
    }

    /** The template of a live stack. */
    static PlanTemplate live(String text) {
        return new PlanTemplate("live", text);
    }

    /** The template that would be deployed. */
    static PlanTemplate planned(String text) {
        return new PlanTemplate("planned", text);
    }

    private static Template parsed(String name, String text) {
        try {
            return Template.parse(name, text.getBytes(StandardCharsets.UTF_8), TemplateLimits.ROS);
        } catch (TemplateException otherKind) {
            return null;
        }
    }

    /** The SHA-256 of its canonical form, or of its text when it has none: 64 lower-case hexadecimal digits. */
    String digest() {
        return template == null ? sha256(text) : template.digest();
    }

    /** The parameters whose values ROS hides. */
    Set<String> noEcho() {
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
    String differenceFrom(PlanTemplate before) {
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
        return shown + "\n" + Messages.Plan_moreLines(more);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
