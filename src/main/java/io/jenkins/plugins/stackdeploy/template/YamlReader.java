package io.jenkins.plugins.stackdeploy.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document. It builds from the parser's events and not from its node tree, so that depth and expansion are
 * bounded while reading and never afterwards.
 */
final class YamlReader {
    private final String source;
    private final Parser parser;
    private final YamlTags tags = new YamlTags();
    private final Map<String, Node> anchors = new HashMap<>();
    private final Set<String> openAnchors = new HashSet<>();
    private long expanded;
    private Event last;

    private YamlReader(String source, String text) {
        this.source = source;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    /** Reads exactly one document. */
    static Node read(String source, String text) throws TemplateException {
        return new YamlReader(source, text).readDocument();
    }

    private Event next() throws TemplateException {
        try {
            last = parser.getEvent();
            return last;
        } catch (MarkedYAMLException e) {
            throw explain(e);
        } catch (YAMLException | IllegalArgumentException e) {
            // The scanner has errors without a place, and an escape that is no character is an
            // IllegalArgumentException.
            throw new TemplateException(source, position(last.getEndMark()), Messages.Read_yamlAfter());
        }
    }

    private Node readDocument() throws TemplateException {
        next();
        if (!next().is(Event.ID.DocumentStart)) {
            throw new TemplateException(source, null, Messages.Read_empty());
        }
        Node root = node(next(), 0);
        next();
        Event end = next();
        if (!end.is(Event.ID.StreamEnd)) {
            throw at(end, Messages.Read_secondDocument());
        }
        return root;
    }

    private Node node(Event event, int depth) throws TemplateException {
        if (event instanceof AliasEvent alias) {
            return resolve(alias, depth);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            openAnchors.add(anchor);
        }
        Node node =
                switch (event.getEventId()) {
                    case Scalar -> scalar((ScalarEvent) event);
                    case SequenceStart -> items((SequenceStartEvent) event, depth);
                    default -> members((MappingStartEvent) event, depth);
                };
        // Once more, because a tag's long form adds levels.
        requireHeight(event, depth + node.height());
        if (anchor != null) {
            openAnchors.remove(anchor);
            anchors.put(anchor, node);
        }
        return node;
    }

    private Node resolve(AliasEvent alias, int depth) throws TemplateException {
        String anchor = alias.getAnchor();
        if (openAnchors.contains(anchor)) {
            throw at(alias, Messages.Read_cyclicAlias(anchor));
        }
        Node target = anchors.get(anchor);
        if (target == null) {
            throw at(alias, Messages.Read_unknownAlias());
        }
        requireHeight(alias, depth + target.height());
        spend(alias, target);
        return target;
    }

    private Node scalar(ScalarEvent event) {
        String text = event.getValue();
        Tag tag = event.getTag() == null || event.getTag().equals("!") ? null : new Tag(event.getTag());
        boolean core = tag != null && YamlTags.isCore(tag);
        Scalar.Type type = core ? tags.typeOf(text, tag) : tags.typeOf(text, event.getTag() == null && event.isPlain());
        String kept =
                switch (type) {
                    case BOOLEAN -> text.toLowerCase(Locale.ROOT);
                    case NULL -> "null";
                    default -> text;
                };
        Scalar scalar = new Scalar(type, kept, line(event), column(event));
        return tag == null || core ? scalar : YamlTags.longForm(tag, scalar);
    }

    private Node items(SequenceStartEvent start, int depth) throws TemplateException {
        requireHeight(start, depth + 1);
        List<Node> items = new ArrayList<>();
        for (Event event = next(); !event.is(Event.ID.SequenceEnd); event = next()) {
            items.add(node(event, depth + 1));
        }
        return tagged(start.getTag(), new Items(items, line(start), column(start)));
    }

    private Node members(MappingStartEvent start, int depth) throws TemplateException {
        requireHeight(start, depth + 1);
        Members.Builder members = new Members.Builder();
        List<Node> merged = new ArrayList<>();
        for (Event event = next(); !event.is(Event.ID.MappingEnd); event = next()) {
            String key = key(event);
            Event valueEvent = next();
            Node value = node(valueEvent, depth + 1);
            if (key.equals("<<") && event instanceof ScalarEvent scalar && scalar.isPlain()) {
                collectMerged(valueEvent, value, merged);
                continue;
            }
            Node.Member first = members.add(new Node.Member(key, value, line(event), column(event)));
            if (first != null) {
                throw at(event, Messages.Read_duplicate(key, String.valueOf(first.keyLine())));
            }
        }
        // YAML's merge key: own entries win over merged ones, earlier merged maps over later ones.
        merged.forEach(map -> map.members().forEach(members::add));
        return tagged(start.getTag(), members.build(line(start), column(start)));
    }

    private String key(Event event) throws TemplateException {
        if (event instanceof ScalarEvent scalar) {
            if (scalar.getAnchor() != null) {
                anchors.put(scalar.getAnchor(), scalar(scalar));
            }
            return scalar.getValue();
        }
        Node target = event instanceof AliasEvent alias ? resolve(alias, 0) : null;
        if (target instanceof Scalar scalar) {
            return scalar.text();
        }
        throw at(event, Messages.Read_keyNotText());
    }

    private void collectMerged(Event event, Node value, List<Node> merged) throws TemplateException {
        for (Node map : value instanceof Items ? value.items() : List.of(value)) {
            if (!(map instanceof Members)) {
                throw at(event, Messages.Read_mergeNotMap());
            }
            spend(event, map);
            merged.add(map);
        }
    }

    private static Node tagged(String tag, Node node) {
        return tag == null || tag.equals("!") || YamlTags.isCore(new Tag(tag))
                ? node
                : YamlTags.longForm(new Tag(tag), node);
    }

    private void requireHeight(Event event, int height) throws TemplateException {
        if (height > Node.MAX_HEIGHT) {
            throw at(event, Messages.Read_tooDeep(String.valueOf(Node.MAX_HEIGHT)));
        }
    }

    private void spend(Event event, Node shared) throws TemplateException {
        expanded += shared.weight();
        if (expanded > Node.MAX_WEIGHT) {
            throw at(event, Messages.Read_expands(String.valueOf(Node.MAX_WEIGHT)));
        }
    }

    private TemplateException explain(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        if (e.getProblem().contains("\\t(TAB)")) {
            return new TemplateException(source, position(mark), Messages.Read_tab());
        }
        if (e.getProblem().startsWith("found undefined tag handle")) {
            return new TemplateException(source, position(mark), Messages.Read_unknownTag());
        }
        String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
        return new TemplateException(
                source, position(mark), Messages.Read_yaml(e.getProblem().strip() + context));
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private TemplateException at(Event event, String problem) {
        return new TemplateException(source, new Position(line(event), column(event)), problem);
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().getColumn() + 1;
    }
}
