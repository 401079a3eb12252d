package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.Collection;
import java.util.List;

/** Numbers of things, and lists of things that may be long, as people say them. */
final class Amounts {
    /** How many names a line may have before the rest are only counted. */
    private static final int MOST_NAMES = 10;

    private Amounts() {}

    /** Such as "1 instance" or "12 instances". */
    static String instances(int count) {
        return count == 1 ? Messages.Amount_instance() : Messages.Amount_instances(text(count));
    }

    /** Such as "1 region" or "3 regions". */
    static String regions(int count) {
        return count == 1 ? Messages.Amount_region() : Messages.Amount_regions(text(count));
    }

    /** Says which parameters change. */
    static String parametersChanged(List<String> names) {
        return names.size() == 1
                ? Messages.Change_parameter(names.get(0))
                : Messages.Change_parameters(text(names.size()), some(names));
    }

    /** The first ten, and how many more there are. */
    static String some(Collection<?> things) {
        List<String> names =
                things.stream().limit(MOST_NAMES).map(Object::toString).toList();
        String listed = String.join(", ", names);
        int more = things.size() - names.size();
        return more == 0 ? listed : Messages.Amount_more(listed, text(more));
    }

    /** A number without grouping. */
    static String text(long number) {
        return Long.toString(number);
    }
}
