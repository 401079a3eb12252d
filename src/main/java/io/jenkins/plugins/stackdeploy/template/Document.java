package io.jenkins.plugins.stackdeploy.template;

/** A file's text, how it is written and what it says. */
record Document(String text, TemplateFormat format, Node root) {

    /**
     * Reads JSON or YAML.
     *
     * @param source the name to use in messages
     * @param maxBytes inclusive, without a byte order mark
     * @throws TemplateException for anything that is not one value in UTF-8; also for an empty one
     */
    static Document read(String source, byte[] content, int maxBytes) throws TemplateException {
        String text = SourceText.decode(source, content, maxBytes);
        TemplateFormat format = TemplateFormat.of(text);
        Node root = format == TemplateFormat.JSON ? JsonReader.read(source, text) : readYaml(source, text);
        if (root instanceof Scalar && root.textOrNull() == null) {
            throw new TemplateException(source, null, Messages.Read_empty());
        }
        return new Document(text, format, root);
    }

    private static Node readYaml(String source, String text) throws TemplateException {
        SourceText.requirePrintable(source, text);
        return YamlReader.read(source, text);
    }
}
