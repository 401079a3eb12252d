package io.jenkins.plugins.stackdeploy.localcloud.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Reply;

/** The XML of the Query protocol; the elements of an array become {@code <member>}s. */
public final class QueryXml {
    private QueryXml() {}

    static Reply success(String namespace, String action, ObjectNode result, String requestId) {
        StringBuilder xml = new StringBuilder();
        xml.append('<')
                .append(action)
                .append("Response xmlns=\"")
                .append(namespace)
                .append("\">");
        element(xml, action + "Result", result);
        xml.append("<ResponseMetadata>");
        text(xml, "RequestId", requestId);
        xml.append("</ResponseMetadata></").append(action).append("Response>");
        return Reply.xml(200, xml.toString());
    }

    static Reply error(String namespace, ApiError error, String requestId) {
        StringBuilder xml = new StringBuilder();
        xml.append("<ErrorResponse xmlns=\"").append(namespace).append("\"><Error>");
        text(xml, "Type", error.status() < 500 ? "Sender" : "Receiver");
        text(xml, "Code", error.code());
        text(xml, "Message", String.valueOf(error.getMessage()));
        xml.append("</Error>");
        text(xml, "RequestId", requestId);
        return Reply.xml(error.status(), xml.append("</ErrorResponse>").toString());
    }

    /**
     * Makes a text safe between tags. A character that XML 1.0 cannot carry at all becomes a question mark.
     *
     * @param text any text
     */
    public static String escape(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '&' -> result.append("&amp;");
                case '"' -> result.append("&quot;");
                case '\r' -> result.append("&#13;");
                default -> result.appendCodePoint(allowed(c) ? c : '?');
            }
        });
        return result.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
    }

    private static void element(StringBuilder xml, String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (value.isValueNode()) {
            text(xml, name, value.asText());
            return;
        }
        xml.append('<').append(name).append('>');
        if (value.isArray()) {
            value.forEach(member -> element(xml, "member", member));
        } else {
            value.properties().forEach(e -> element(xml, e.getKey(), e.getValue()));
        }
        xml.append("</").append(name).append('>');
    }

    private static void text(StringBuilder xml, String name, String value) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(escape(value))
                .append("</")
                .append(name)
                .append('>');
    }
}
