package io.jenkins.plugins.stackdeploy.embedded.config;

import hudson.model.Descriptor;
import hudson.util.Secret;
import io.jenkins.plugins.stackdeploy.embedded.cps.NearestName;
import java.beans.Introspector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;

/** Turns parts of a YAML document into settings. */
final class Binding {
    /** @throws IllegalArgumentException if it is neither a map nor nothing */
    static Map<String, Object> map(Object value) {
        if (value == null) {
            return new LinkedHashMap<>();
        }
        if (value instanceof Map<?, ?> map) {
            return ConfigurationFile.copy(map);
        }
        throw new IllegalArgumentException("expected a map but found " + value);
    }

    /**
     * Calls the setters of an object that exists already.
     *
     * @param name what the settings belong to, for messages
     */
    void fill(Object target, Map<String, Object> settings, String name) {
        Map<String, Method> setters = new TreeMap<>();
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().startsWith("set") && method.getParameterCount() == 1 && !method.isBridge()) {
                setters.put(Introspector.decapitalize(method.getName().substring(3)), method);
            }
        }
        settings.forEach((key, value) -> {
            Method setter = setters.get(key);
            if (setter == null) {
                throw new IllegalArgumentException(
                        name + " has no setting '" + key + "'" + NearestName.hint(key, setters.keySet()));
            }
            try {
                setter.invoke(target, bind(setter.getGenericParameterTypes()[0], value, name + "." + key));
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException(name + "." + key + ": " + e.getCause(), e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException(name + "." + key, e);
            }
        });
    }

    /** @return the value, as far as it is not plain already; plain ones are coerced where they are used */
    private Object bind(Type type, Object value, String name) {
        Class<?> raw = type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : type instanceof Class<?> c ? c : Object.class;
        if (value == null || raw == Object.class) {
            return value;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            Type element = type instanceof ParameterizedType parameterized
                    ? parameterized.getActualTypeArguments()[0]
                    : Object.class;
            List<Object> bound = new ArrayList<>();
            for (Object each : value instanceof List<?> list ? list : List.of(value)) {
                bound.add(bind(element, each, name));
            }
            return bound;
        }
        if (raw == Secret.class) {
            return Secret.fromString(value.toString());
        }
        if (raw == String.class) {
            return value.toString();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Boolean.valueOf(value.toString());
        }
        if (raw == int.class || raw == Integer.class) {
            return Integer.valueOf(value.toString());
        }
        if (raw == long.class || raw == Long.class) {
            return Long.valueOf(value.toString());
        }
        if (raw.isEnum()) {
            return constant(raw, value.toString(), name);
        }
        return Map.class.isAssignableFrom(raw) ? value : describable(raw, value, name);
    }

    private static Object constant(Class<?> type, String value, String name) {
        List<String> known = new ArrayList<>();
        for (Object each : type.getEnumConstants()) {
            if (((Enum<?>) each).name().equals(value)) {
                return each;
            }
            known.add(((Enum<?>) each).name());
        }
        throw new IllegalArgumentException(
                name + ": '" + value + "' is not among " + known + NearestName.hint(value, known));
    }

    /** A map of settings; where the type alone does not say which class, below the symbol of the class. */
    private Object describable(Class<?> type, Object value, String name) {
        if (value instanceof String symbol) {
            return make(classOf(type, symbol, name), Map.of(), name);
        }
        Map<String, Object> settings = map(value);
        if (settings.size() == 1) {
            String symbol = settings.keySet().iterator().next();
            Descriptor<?> descriptor = SymbolLookup.get().findDescriptor(type, symbol);
            if (descriptor != null) {
                return make(descriptor.clazz, map(settings.get(symbol)), name + "." + symbol);
            }
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new IllegalArgumentException(name + " needs the symbol of an implementation of " + type.getName());
        }
        return make(type, settings, name);
    }

    private static Class<?> classOf(Class<?> type, String symbol, String name) {
        Descriptor<?> descriptor = SymbolLookup.get().findDescriptor(type, symbol);
        if (descriptor == null) {
            throw new IllegalArgumentException(
                    name + ": no implementation of " + type.getName() + " has the symbol '" + symbol + "'");
        }
        return descriptor.clazz;
    }

    private Object make(Class<?> type, Map<String, Object> settings, String name) {
        DescribableModel<?> model = new DescribableModel<>(type);
        Map<String, Object> arguments = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            DescribableParameter parameter = model.getParameter(key);
            if (parameter == null) {
                List<String> known = model.getParameters().stream()
                        .map(DescribableParameter::getName)
                        .toList();
                throw new IllegalArgumentException(
                        name + " has no setting '" + key + "'" + NearestName.hint(key, known));
            }
            arguments.put(key, bind(parameter.getRawType(), value, name + "." + key));
        });
        return model.instantiate(arguments, null);
    }
}
