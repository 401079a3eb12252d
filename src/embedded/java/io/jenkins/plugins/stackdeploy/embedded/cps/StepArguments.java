package io.jenkins.plugins.stackdeploy.embedded.cps;

import groovy.lang.Closure;
import groovy.lang.GString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;

/**
 * What a step or a nested describable was called with.
 *
 * @param named the arguments by name
 * @param body the closure that follows the arguments, or null
 */
record StepArguments(Map<String, Object> named, Closure<?> body) {
    /**
     * @param arguments as Groovy hands them over: an array, or one value
     * @param expectsBody whether a last closure is the body, rather than an argument
     * @param soleArgument the name of an only argument that is given without one; null if there is no such
     */
    static StepArguments parse(Object arguments, boolean expectsBody, String soleArgument) {
        List<Object> values =
                new ArrayList<>(arguments instanceof Object[] array ? Arrays.asList(array) : Arrays.asList(arguments));
        Closure<?> body = null;
        if (expectsBody && !values.isEmpty() && values.get(values.size() - 1) instanceof Closure<?> last) {
            body = last;
            values.remove(values.size() - 1);
        }
        if (values.isEmpty()) {
            return new StepArguments(new LinkedHashMap<>(), body);
        }
        if (values.size() > 1) {
            throw new IllegalArgumentException("Expected named arguments but got " + values);
        }
        if (values.get(0) instanceof Map<?, ?> map && !map.containsKey(DescribableModel.CLAZZ)) {
            return new StepArguments(flatten(map), body);
        }
        if (soleArgument == null) {
            throw new IllegalArgumentException("Expected named arguments but got " + values.get(0));
        }
        Map<String, Object> only = new LinkedHashMap<>();
        only.put(soleArgument, flatten(values.get(0)));
        return new StepArguments(only, body);
    }

    private static Map<String, Object> flatten(Map<?, ?> map) {
        Map<String, Object> flat = new LinkedHashMap<>();
        map.forEach((key, value) -> flat.put(key.toString(), flatten(value)));
        return flat;
    }

    /** Texts put together from pieces become plain texts, at any depth. */
    private static Object flatten(Object value) {
        if (value instanceof GString) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            List<Object> flat = new ArrayList<>();
            list.forEach(element -> flat.add(flatten(element)));
            return flat;
        }
        return value instanceof Map<?, ?> map ? flatten(map) : value;
    }

    /** @throws IllegalArgumentException for a name that the model does not have */
    void check(String function, DescribableModel<?> model) {
        Collection<String> known = model.getParameters().stream()
                .map(DescribableParameter::getName)
                .toList();
        for (String name : named.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        function + " has no argument '" + name + "'" + NearestName.hint(name, known));
            }
        }
        for (DescribableParameter parameter : model.getParameters()) {
            if (parameter.isRequired()
                    && parameter.getErasedType().isPrimitive()
                    && !named.containsKey(parameter.getName())) {
                throw new IllegalArgumentException(function + " needs the argument '" + parameter.getName() + "'");
            }
        }
    }
}
