package io.jenkins.plugins.stackdeploy.steps;

import io.jenkins.plugins.stackdeploy.approval.ScriptValue;
import io.jenkins.plugins.stackdeploy.template.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * Reads the arguments that a script gives a step. Text where a map or a list is expected goes to the argument of that name
 * with "Text", which forms use; numbers and switches may be text, as CodePipeline has them. Arguments that there are not
 * are refused: a misspelt one would otherwise be passed over with a warning, and something else deployed than was meant.
 */
final class ArgumentReader {
    private static final String TEXT = "Text";

    private final String step;
    private final Map<String, Class<?>> types = new TreeMap<>();

    /**
     * A reader.
     *
     * @param step the step's name, for messages
     * @param type the step's class
     */
    ArgumentReader(String step, Class<?> type) {
        this.step = step;
        for (DescribableParameter parameter : DescribableModel.of(type).getParameters()) {
            types.put(parameter.getName(), kept(type, parameter));
        }
    }

    /** The type that the step keeps: some setters take anything, see {@link Defaults#map}, but their getters tell. */
    private static Class<?> kept(Class<?> type, DescribableParameter parameter) {
        if (parameter.getErasedType() != Object.class) {
            return parameter.getErasedType();
        }
        try {
            return type.getMethod("get" + parameter.getCapitalizedName()).getReturnType();
        } catch (NoSuchMethodException misbuilt) {
            throw new IllegalStateException(misbuilt);
        }
    }

    /**
     * Reads them.
     *
     * @param arguments by name
     * @return by the names and of the types that the step has
     * @throws IllegalArgumentException when there is no argument of a name, one is given twice, or its value does not fit; the
     *     message is for people
     */
    Map<String, Object> read(Map<String, Object> arguments) {
        ScriptValue.requirePlan(step, arguments);
        Map<String, Object> read = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (name.equals(UninstantiatedDescribable.ANONYMOUS_KEY)) {
                read.put(name, value);
                return;
            }
            Class<?> type = types.get(name);
            if (type == null) {
                throw new IllegalArgumentException(unknown(name));
            }
            Object given = fitting(type, name, ScriptValue.plain(step + ": " + name, value));
            if (read.putIfAbsent(isText(name, given) ? name + TEXT : name, given) != null) {
                throw new IllegalArgumentException(Messages.Input_givenTwice(step, name));
            }
        });
        return read;
    }

    private String unknown(String name) {
        return new NearestName(types.keySet())
                .to(name)
                .map(near -> Messages.Input_unknownArgumentNear(step, name, near))
                .orElseGet(() -> Messages.Input_unknownArgument(step, name, String.join(", ", types.keySet())));
    }

    private Object fitting(Class<?> type, String name, Object value) {
        if (Map.class.isAssignableFrom(type)) {
            return map(name, value);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return list(name, value);
        }
        return ScriptValue.single(step, name, type, value);
    }

    private Object map(String name, Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
        if (value == null || value instanceof Map || isText(name, value)) {
            return value;
        }
        throw new IllegalArgumentException(
                Messages.Input_notAMap(step + ": " + name, value.getClass().getSimpleName()));
    }

    private Object list(String name, Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(ArgumentReader::text).collect(Collectors.toList());
        }
        if (value instanceof Number only) {
            return List.of(only.toString());
        }
        if (value == null || isText(name, value)) {
            return value;
        }
        throw new IllegalArgumentException(
                Messages.Input_notAList(step + ": " + name, value.getClass().getSimpleName()));
    }

    private boolean isText(String name, Object value) {
        return value instanceof CharSequence && types.containsKey(name + TEXT);
    }

    private static Object text(Object item) {
        return item instanceof Collection || item instanceof Map ? item : String.valueOf(item);
    }
}
