package org.jenkinsci.plugins.structs.describable;

import groovy.lang.GString;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Result;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jenkins.model.Jenkins;
import org.codehaus.groovy.reflection.ReflectionCache;
import org.jenkinsci.plugins.structs.SymbolLookup;

/** Turns the values that scripts are written with into the types that settings have, and back. */
final class Coercion {
    private static final Map<Class<?>, Object> ZEROS = Map.of(
            boolean.class,
            false,
            byte.class,
            (byte) 0,
            short.class,
            (short) 0,
            int.class,
            0,
            long.class,
            0L,
            float.class,
            0.0f,
            double.class,
            0.0d);
    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class,
            char.class, Character.class);
    private static final Map<Class<?>, Function<String, Object>> FROM_TEXT = Map.of(
            Boolean.class, Boolean::valueOf,
            Byte.class, Byte::valueOf,
            Short.class, Short::valueOf,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            Float.class, Float::valueOf,
            Double.class, Double::valueOf,
            Result.class, Result::fromString);

    private Coercion() {}

    /** What a constructor gets for a parameter that was left out. */
    static Object absent(Class<?> type) {
        return ZEROS.get(type);
    }

    /**
     * @param context the setting's name, for messages
     * @throws ClassCastException if the value cannot become the type
     */
    static Object coerce(String context, Type type, Object given) {
        Class<?> target = WRAPPERS.getOrDefault(erase(type), erase(type));
        Object value = type instanceof Class<?> && given != null
                ? ReflectionCache.getCachedClass(target).coerceArgument(given)
                : given;
        if (value instanceof GString) {
            value = value.toString();
        }
        if (value instanceof List<?> list && Collection.class.isAssignableFrom(target)) {
            return coerceList(context, elementType(type), list);
        }
        if (value == null || target.isInstance(value)) {
            return value;
        }
        if (value instanceof UninstantiatedDescribable nested) {
            return nested.instantiate(target, null);
        }
        if (value instanceof Map<?, ?> map) {
            return instantiate(target, map);
        }
        if (value instanceof List<?> list && target.isArray()) {
            List<Object> elements = coerceList(context, target.getComponentType(), list);
            return elements.toArray((Object[]) Array.newInstance(target.getComponentType(), elements.size()));
        }
        if (value instanceof String text) {
            return parse(context, target, text);
        }
        throw new ClassCastException(context + " expects " + type + " but received " + value.getClass());
    }

    private static Object parse(String context, Class<?> target, String text) {
        if (target.isEnum()) {
            for (Object constant : target.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("No enum constant " + target.getCanonicalName() + "." + text);
        }
        if (target == Character.class && text.length() == 1) {
            return text.charAt(0);
        }
        Function<String, Object> parser = FROM_TEXT.get(target);
        if (parser == null) {
            throw new ClassCastException(context + " expects " + target + " but received class java.lang.String");
        }
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new ClassCastException(context + " expects " + target
                    + " but was unable to coerce the received value \"" + text + "\" to that type");
        }
    }

    private static Object instantiate(Class<?> base, Map<?, ?> map) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        map.forEach((key, value) -> arguments.put(String.valueOf(key), value));
        Class<?> clazz = resolveClass(base, (String) arguments.remove(DescribableModel.CLAZZ), null);
        return new DescribableModel<>(clazz).instantiate(arguments, null);
    }

    private static List<Object> coerceList(String context, Type elementType, List<?> list) {
        List<Object> coerced = new ArrayList<>();
        for (Object element : list) {
            coerced.add(coerce(context, elementType, element));
        }
        return coerced;
    }

    /** Finds the class that a name or a symbol stands for among the implementations of a type. */
    static Class<?> resolveClass(Class<?> base, String name, String symbol) {
        if (name != null) {
            return byName(base, name);
        }
        if (symbol != null) {
            Descriptor<?> descriptor = SymbolLookup.get().findDescriptor(base, symbol);
            if (descriptor == null) {
                throw new UnsupportedOperationException(
                        "no known implementation of " + base + " is using symbol ‘" + symbol + "’");
            }
            return descriptor.clazz;
        }
        if (Modifier.isAbstract(base.getModifiers())) {
            throw new UnsupportedOperationException(
                    "must specify " + DescribableModel.CLAZZ + " with an implementation of " + base);
        }
        return base;
    }

    private static Class<?> byName(Class<?> base, String name) {
        for (Descriptor<?> each : Jenkins.get().getExtensionList(Descriptor.class)) {
            boolean named = each.clazz.getSimpleName().equals(name)
                    || each.clazz.getName().equals(name);
            if (named && base.isAssignableFrom(each.clazz)) {
                return each.clazz;
            }
        }
        throw new UnsupportedOperationException("no known implementation of " + base + " is named " + name);
    }

    /** The opposite of {@link #coerce}: words for constants, nested settings for describables. */
    static Object uncoerce(Object value, Class<?> declared) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Result) {
            return value.toString();
        }
        if (value instanceof Object[] array) {
            return uncoerce(List.of(array), declared);
        }
        if (value instanceof Collection<?> collection) {
            List<Object> elements = new ArrayList<>();
            collection.forEach(element -> elements.add(uncoerce(element, Object.class)));
            return elements;
        }
        if (value instanceof Describable<?>) {
            UninstantiatedDescribable nested = DescribableModel.uninstantiate2_(value);
            if (declared != value.getClass()) {
                nested.setKlass(value.getClass().getSimpleName());
            }
            return nested;
        }
        return value;
    }

    private static Type elementType(Type collection) {
        return collection instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    static Class<?> erase(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType parameterized) {
            return erase(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return erase(array.getGenericComponentType()).arrayType();
        }
        if (type instanceof WildcardType wildcard) {
            return erase(wildcard.getUpperBounds()[0]);
        }
        return erase(((TypeVariable<?>) type).getBounds()[0]);
    }
}
