package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.template.NearestName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Reads what a script gives before it is bound: a misspelt argument is refused, not passed over with a warning. */
final class Arguments {
    private Arguments() {}

    /**
     * Reads arguments.
     *
     * @param what what they are given to, for messages
     * @param type the class that they are bound to
     * @param given as the script has them
     * @param readers how those are read that scripts may write in more than one way
     */
    static Map<String, Object> read(
            String what, Class<?> type, Map<String, Object> given, Map<String, UnaryOperator<Object>> readers) {
        Set<String> known = new TreeSet<>();
        DescribableModel.of(type).getParameters().forEach(parameter -> known.add(parameter.getName()));
        Map<String, Object> read = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!known.contains(name) && !name.equals(UninstantiatedDescribable.ANONYMOUS_KEY)) {
                throw new IllegalArgumentException(new NearestName(known)
                        .to(name)
                        .map(near -> Messages.Input_unknownArgumentNear(what, name, near))
                        .orElseGet(() -> Messages.Input_unknownArgument(what, name, String.join(", ", known))));
            }
            UnaryOperator<Object> reader = readers.get(name);
            read.put(name, reader == null || value == null ? value : reader.apply(value));
        });
        return read;
    }
}
