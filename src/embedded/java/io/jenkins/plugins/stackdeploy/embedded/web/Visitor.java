package io.jenkins.plugins.stackdeploy.embedded.web;

import hudson.Util;
import hudson.model.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * Who asks, and what the pages are to look like. Nobody has a password here: {@code ?as=alice} is remembered in a cookie,
 * and so is {@code ?theme=dark}.
 *
 * @param user the id; empty for anonymous
 * @param theme {@code dark}, or empty
 */
record Visitor(String user, String theme) {
    static Visitor of(WebRequest request) {
        return new Visitor(chosen(request, "as"), chosen(request, "theme"));
    }

    private static String chosen(WebRequest request, String name) {
        String asked = request.query(name);
        String value = asked == null ? request.cookie(name) : asked;
        return value == null ? "" : value;
    }

    void remember(WebResponse response) {
        response.header("Set-Cookie", "as=" + Util.rawEncode(user) + "; Path=/; SameSite=Strict");
        response.header("Set-Cookie", "theme=" + Util.rawEncode(theme) + "; Path=/; SameSite=Strict");
    }

    Authentication authentication() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        return user.isEmpty() || jenkins == null
                ? Jenkins.ANONYMOUS2
                : User.getById(user, true).impersonate2();
    }

    /** What a POST must send along; another site cannot know it. */
    String crumb() {
        try {
            byte[] text = (Jenkins.get().getLegacyInstanceId() + ":" + user).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
