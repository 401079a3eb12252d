package io.jenkins.plugins.stackdeploy.template;

/** How a file is written. It is told from the content, because the clouds never see the file's name. */
public enum TemplateFormat {
    JSON,
    YAML;

    /**
     * A text that opens with a bracket and goes on with a quote or a closing bracket is JSON. {@code {a: 1}} is YAML's flow
     * style, and everything else is YAML, of which {@code [1, 2]} is the same in both.
     */
    static TemplateFormat of(byte[] text, int start) {
        boolean bracket = false;
        for (int i = start; i < text.length; i++) {
            byte c = text[i];
            if (c == '{' || c == '[') {
                bracket = true;
            } else if (!Character.isWhitespace(c)) {
                return bracket && "\"}]".indexOf(c) >= 0 ? JSON : YAML;
            }
        }
        return bracket ? JSON : YAML;
    }
}
