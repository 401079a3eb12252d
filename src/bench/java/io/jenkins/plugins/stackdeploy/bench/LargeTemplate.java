package io.jenkins.plugins.stackdeploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateException;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What the template benchmark reads. */
public enum LargeTemplate {
    /** The showcase's, as a person wrote it: 15 KB with comments and short tags. */
    SHOWCASE_YAML {
        @Override
        String text() throws IOException {
            return Files.readString(SHOWCASE);
        }
    },
    /** The showcase with its resources 30 times, one value a line: nearly the largest that ROS takes. */
    LARGE_JSON {
        @Override
        String text() throws IOException {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(copies());
        }
    },
    /** The same in YAML, as a generator writes it. */
    LARGE_YAML {
        @Override
        String text() throws IOException {
            DumperOptions block = new DumperOptions();
            block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
            return new Yaml(block).dump(JSON.convertValue(copies(), Map.class));
        }
    };

    private static final Path SHOWCASE = Path.of("showcase/wordpress/main.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COPIES = 30;

    /** Writes it out. */
    abstract String text() throws IOException;

    /** What it is called in the tables. */
    String title() {
        return switch (this) {
            case SHOWCASE_YAML -> "showcase, YAML";
            case LARGE_JSON -> "900 resources, JSON";
            case LARGE_YAML -> "900 resources, YAML";
        };
    }

    boolean isJson() {
        return this == LARGE_JSON;
    }

    /** The showcase with its resources several times over, each copy referring to itself. */
    private static ObjectNode copies() throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(canonical());
        ObjectNode once = (ObjectNode) root.path("Resources");
        ObjectNode all = once.deepCopy();
        for (int copy = 2; copy <= COPIES; copy++) {
            String text = once.toString();
            for (Map.Entry<String, JsonNode> resource : once.properties()) {
                String id = resource.getKey();
                text = text.replace('"' + id + '"', '"' + id + copy + '"')
                        .replace("${" + id + "}", "${" + id + copy + "}")
                        .replace("${" + id + ".", "${" + id + copy + ".");
            }
            all.setAll((ObjectNode) JSON.readTree(text));
        }
        root.set("Resources", all);
        return root;
    }

    private static String canonical() throws IOException {
        try {
            return Template.parse(SHOWCASE.toString(), Files.readAllBytes(SHOWCASE), TemplateLimits.ROS)
                    .canonical();
        } catch (TemplateException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
