package io.jenkins.plugins.stackdeploy.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A POM as it is written, with its own properties filled in. Parents and imported BOMs are not followed. */
final class Pom {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final Document document;
    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Map<String, String> properties = new TreeMap<>();

    private Pom(Document document) {
        this.document = document;
        for (Node property : nodes(document, "/project/properties/*")) {
            properties.put(property.getNodeName(), property.getTextContent().strip());
        }
        for (String coordinate : List.of("groupId", "artifactId", "version", "name")) {
            properties.put("project." + coordinate, value(document, "/project/" + coordinate));
        }
    }

    static Pom read(String name) {
        Path file = Repository.ROOT.resolve(name);
        try {
            return new Pom(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile()));
        } catch (Exception e) {
            throw new AssertionError(file + " is not readable", e);
        }
    }

    /** The text that {@code path} selects first, properties filled in; empty when there is none. */
    String text(String path) {
        return value(document, path);
    }

    /** The texts of every node that {@code path} selects. */
    List<String> texts(String path) {
        return nodes(document, path).stream()
                .map(node -> filled(node.getTextContent().strip()))
                .toList();
    }

    /** The property with its references filled in. */
    String property(String name) {
        return filled(properties.getOrDefault(name, ""));
    }

    /** The names of the properties that this POM sets itself. */
    List<String> propertyNames() {
        return nodes(document, "/project/properties/*").stream()
                .map(Node::getNodeName)
                .toList();
    }

    /** The dependencies in the order of the file. */
    List<PomDependency> dependencies() {
        return nodes(document, "/project/dependencies/dependency").stream()
                .map(node -> new PomDependency(
                        value(node, "groupId"),
                        value(node, "artifactId"),
                        value(node, "version"),
                        value(node, "scope"),
                        Boolean.parseBoolean(value(node, "optional")),
                        nodes(node, "exclusions/exclusion").stream()
                                .map(exclusion -> value(exclusion, "groupId") + ":" + value(exclusion, "artifactId"))
                                .sorted()
                                .toList()))
                .toList();
    }

    private String value(Node from, String path) {
        List<Node> found = nodes(from, path);
        return found.isEmpty() ? "" : filled(found.get(0).getTextContent().strip());
    }

    private List<Node> nodes(Node from, String path) {
        try {
            NodeList found = (NodeList) xpath.evaluate(path, from, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private String filled(String text) {
        Matcher reference = PROPERTY.matcher(text);
        return reference.replaceAll(match -> Matcher.quoteReplacement(
                properties.containsKey(match.group(1)) ? filled(properties.get(match.group(1))) : match.group()));
    }
}
