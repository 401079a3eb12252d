package io.jenkins.plugins.stackdeploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.stackdeploy.template.Template;
import io.jenkins.plugins.stackdeploy.template.TemplateCheck;
import io.jenkins.plugins.stackdeploy.template.TemplateException;
import io.jenkins.plugins.stackdeploy.template.TemplateLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

/** Reading, checking and digesting a template, against the mere parsing of the same bytes. Run by JMH, in a process of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TemplateSpeed {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    /** Which template. */
    @Param({"SHOWCASE_YAML", "LARGE_JSON", "LARGE_YAML"})
    private LargeTemplate template;

    private byte[] content;

    /** Writes the template. */
    @Setup
    public void write() throws IOException {
        content = template.text().getBytes(StandardCharsets.UTF_8);
    }

    /** What a step does with a template before its first call. */
    @Benchmark
    public void readCheckAndDigest(Blackhole sink) throws TemplateException {
        Template read = Template.parse("main", content, TemplateLimits.ROS);
        sink.consume(TemplateCheck.check(read));
        sink.consume(read.digest());
    }

    /** What the parser alone takes. */
    @Benchmark
    public Object plainParse() throws IOException {
        if (template.isJson()) {
            return JACKSON.readTree(content);
        }
        return new Yaml(new TagsAsTheyAre()).load(new String(content, StandardCharsets.UTF_8));
    }

    /** Takes a value with a short tag, such as {@code !Ref}, as the value without it. */
    private static final class TagsAsTheyAre extends SafeConstructor {
        TagsAsTheyAre() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new ConstructUndefined());
        }

        private static final class ConstructUndefined extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                return node.getTag();
            }
        }
    }
}
