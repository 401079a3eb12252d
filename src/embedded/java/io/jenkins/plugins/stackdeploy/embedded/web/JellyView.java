package io.jenkins.plugins.stackdeploy.embedded.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Renders the plugin's own views: the few tags that they use, all output escaped. A tag that is not known here is an error,
 * so that what a browser shows of a view is all of it.
 */
final class JellyView {
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

    private final Map<String, Object> variables;
    private final ViewTexts texts;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder main = new StringBuilder();
    private StringBuilder out = main;
    private String title = "";

    private JellyView(Object it, ViewTexts texts) {
        this.texts = texts;
        this.variables = new HashMap<>();
        variables.put("it", it);
        variables.put("resURL", StaticFiles.URL);
        variables.put("rootURL", "");
    }

    /**
     * What a view makes of an object.
     *
     * @param title the page's; empty when the view is a part of a page
     * @param head what goes into the head of the page
     * @param main what goes into its main panel
     */
    record Rendered(String title, String head, String main) {}

    /** Whether the object has such a view. */
    static boolean exists(Object it, String view) {
        return it.getClass().getResource(path(it, view, ".jelly")) != null;
    }

    /**
     * Renders a view of an object.
     *
     * @param view its name, without the ending
     * @throws IOException when there is no such view, or it uses more than is known here
     */
    static Rendered render(Object it, String view) throws IOException {
        try (InputStream in = it.getClass().getResourceAsStream(path(it, view, ".jelly"))) {
            if (in == null) {
                throw new IOException(it.getClass() + " has no view " + view);
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            JellyView rendering = new JellyView(it, ViewTexts.of(it.getClass(), path(it, view, "")));
            rendering.children(factory.newDocumentBuilder().parse(in).getDocumentElement());
            return new Rendered(rendering.title, rendering.head.toString(), rendering.main.toString());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static String path(Object it, String view, String ending) {
        return "/" + it.getClass().getName().replace('.', '/') + "/" + view + ending;
    }

    private void children(Node parent) throws IOException {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                element(element);
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                out.append(Markup.escape(text(node.getNodeValue())));
            }
        }
    }

    private void element(Element tag) throws IOException {
        switch (tag.getNamespaceURI() == null ? tag.getLocalName() : tag.getNodeName()) {
            case "l:layout" -> {
                title = text(tag.getAttribute("title"));
                children(tag);
            }
            case "l:header" -> {
                out = head;
                children(tag);
                out = main;
            }
            case "l:side-panel", "st:include" -> {
                // The side panel is that of Jenkins, of which there is none.
            }
            case "l:main-panel" -> children(tag);
            case "l:app-bar" ->
                out.append("<div class=\"jenkins-app-bar\"><div class=\"jenkins-app-bar__content\"><h1>")
                        .append(Markup.escape(text(tag.getAttribute("title"))))
                        .append("</h1></div></div>");
            case "l:icon" ->
                out.append("<span class=\"icon ")
                        .append(Markup.escape(text(tag.getAttribute("src"))))
                        .append("\" aria-hidden=\"true\"></span>");
            case "t:summary" -> {
                out.append("<div class=\"app-summary\">");
                children(tag);
                out.append("</div>");
            }
            case "j:set" -> variables.put(tag.getAttribute("var"), value(tag.getAttribute("value")));
            case "j:if" -> {
                if (Boolean.TRUE.equals(value(tag.getAttribute("test")))) {
                    children(tag);
                }
            }
            case "j:forEach" -> {
                for (Object each : (Iterable<?>) value(tag.getAttribute("items"))) {
                    variables.put(tag.getAttribute("var"), each);
                    children(tag);
                }
            }
            default -> html(tag);
        }
    }

    private void html(Element tag) throws IOException {
        if (tag.getNamespaceURI() != null) {
            throw new IOException("<" + tag.getNodeName() + "> is not known to the stand-in");
        }
        out.append('<').append(tag.getNodeName());
        for (int index = 0; index < tag.getAttributes().getLength(); index++) {
            Node attribute = tag.getAttributes().item(index);
            out.append(' ')
                    .append(attribute.getNodeName())
                    .append("=\"")
                    .append(Markup.escape(text(attribute.getNodeValue())))
                    .append('"');
        }
        out.append('>');
        if (!VOID.contains(tag.getNodeName())) {
            children(tag);
            out.append("</").append(tag.getNodeName()).append('>');
        }
    }

    private String text(String template) throws IOException {
        return new ViewExpressions(variables, texts).text(template);
    }

    private Object value(String template) throws IOException {
        return new ViewExpressions(variables, texts).value(template);
    }
}
