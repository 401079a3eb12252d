package io.jenkins.plugins.stackdeploy.localcloud.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code !Ref x} as {@code {Ref: x}} and {@code !Name x} as {@code {Fn::Name: x}}. */
final class ShortFormConstructor extends SafeConstructor {
    private static final Set<String> WITHOUT_PREFIX = Set.of("Ref", "Condition");

    ShortFormConstructor(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new ShortForm());
    }

    private final class ShortForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            String tag = node.getTag().getValue().substring(1);
            Object value = value(node);
            if (tag.equals("GetAtt") && value instanceof String path) {
                value = Arrays.asList(path.split("\\.", 2));
            }
            return Map.of(WITHOUT_PREFIX.contains(tag) ? tag : "Fn::" + tag, value);
        }

        private Object value(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            if (node instanceof SequenceNode sequence) {
                List<?> elements = constructSequence(sequence);
                return elements;
            }
            return constructMapping((MappingNode) node);
        }
    }
}
