package io.jenkins.plugins.stackdeploy.embedded.web;

/** Writes HTML. */
final class Markup {
    private Markup() {}

    /** @return the text with everything escaped that means something in elements and attributes */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
