package io.jenkins.plugins.stackdeploy.localcloud.template;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Leaves dates as text: the format version 2015-09-01 is usually written without quotes. */
final class NoTimestampResolver extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
        if (!Tag.TIMESTAMP.equals(tag)) {
            super.addImplicitResolver(tag, regexp, first, limit);
        }
    }
}
