package io.jenkins.plugins.stackdeploy.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A Jelly view and what a Content-Security-Policy or the hosting checker would refuse in it: inline scripts and styles,
 * event handlers, {@code javascript:} links, the legacy {@code checkUrl}, and unescaped output.
 */
final class JellyView {
    /** A text of the view's own bundle, {@code ${%key}} or {@code ${%key(it.argument)}}. */
    private static final Pattern TEXT = Pattern.compile("\\$\\{%([A-Za-z0-9._-]+)(?:\\([^}]*\\))?}");

    private final String source;
    private final Document document;

    private JellyView(String source, Document document) {
        this.source = source;
        this.document = document;
    }

    /** A file that is not well-formed XML is an error. */
    static JellyView read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return new JellyView(
                    Repository.text(file), factory.newDocumentBuilder().parse(file.toFile()));
        } catch (Exception e) {
            throw new AssertionError(file + " is no well-formed view", e);
        }
    }

    String firstLine() {
        return source.lines().findFirst().orElse("");
    }

    /** The keys of the texts that the view shows. */
    Set<String> texts() {
        return TEXT.matcher(source)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pages of the same class, or one it extends, that the view includes. */
    Set<String> includes() {
        return elements().stream()
                .filter(element -> element.getLocalName().equals("include"))
                .filter(element -> element.getAttribute("class").equals("${descriptor.clazz}"))
                .map(element -> element.getAttribute("page"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the form fields, as {@code field="..."} gives them. */
    Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        for (Element element : elements()) {
            if (element.hasAttribute("field")) {
                fields.add(element.getAttribute("field"));
            }
        }
        return fields;
    }

    /** One sentence per thing that must not be there; empty when all is well. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Element element : elements()) {
            String name = element.getLocalName();
            if (name.equals("style")) {
                problems.add("inline <style>");
            }
            if (name.equals("script")
                    && !element.hasAttribute("src")
                    && !element.getAttribute("type").equalsIgnoreCase("application/json")) {
                problems.add("inline <script>");
            }
            if (name.equals("out")) {
                problems.add("<" + element.getNodeName() + "> prints without escaping");
            }
            if (element.hasAttribute("checkUrl") && !element.hasAttribute("checkDependsOn")) {
                problems.add("checkUrl without checkDependsOn");
            }
            problems.addAll(handlers(element));
        }
        return problems;
    }

    private static List<String> handlers(Element element) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String name = attribute.getNodeName().toLowerCase(Locale.ROOT);
            boolean handler = name.startsWith("on") && (element.getNamespaceURI() == null || name.equals("onclick"));
            if (handler || name.equals("style")) {
                problems.add("attribute " + name + " of <" + element.getNodeName() + ">");
            }
            if (attribute.getNodeValue().strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
                problems.add("javascript: in " + name + " of <" + element.getNodeName() + ">");
            }
        }
        return problems;
    }

    private List<Element> elements() {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }
}
