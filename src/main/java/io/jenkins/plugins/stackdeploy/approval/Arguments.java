package io.jenkins.plugins.stackdeploy.approval;

import io.jenkins.plugins.stackdeploy.template.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        Map<String, Class<?>> types = new TreeMap<>();
        DescribableModel.of(type)
                .getParameters()
                .forEach(parameter -> types.put(parameter.getName(), parameter.getErasedType()));
        Set<String> known = types.keySet();
        Map<String, Object> read = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!known.contains(name) && !name.equals(UninstantiatedDescribable.ANONYMOUS_KEY)) {
                throw new IllegalArgumentException(new NearestName(known)
                        .to(name)
                        .map(near -> Messages.Input_unknownArgumentNear(what, name, near))
                        .orElseGet(() -> Messages.Input_unknownArgument(what, name, String.join(", ", known))));
            }
            Class<?> wanted = types.get(name);
            // Lists are bound item by item, and each is read on its own then.
            Object plain =
                    wanted == null || wanted == List.class ? value : ScriptValue.plain(what + ": " + name, value);
            UnaryOperator<Object> reader = readers.get(name);
            Object meant = reader == null || plain == null ? plain : reader.apply(plain);
            if (wanted == List.class && meant != null && !(meant instanceof Collection)) {
                throw new IllegalArgumentException(Messages.Input_notAList(
                        what,
                        name,
                        meant instanceof Map ? "map" : meant.getClass().getSimpleName()));
            }
            read.put(name, ScriptValue.single(what, name, wanted, meant));
        });
        return read;
    }
}
