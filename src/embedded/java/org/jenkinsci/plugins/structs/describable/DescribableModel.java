package org.jenkinsci.plugins.structs.describable;

import hudson.model.TaskListener;
import hudson.util.Secret;
import java.beans.Introspector;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What settings a class takes, and how to make an instance from named values and the other way round. */
public final class DescribableModel<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The key of a map that names the class to make. */
    public static final String CLAZZ = "$class";

    private final Class<T> type;
    private final transient Constructor<T> constructor;
    private final transient Map<String, DescribableParameter> parameters = new LinkedHashMap<>();

    public static <T> DescribableModel<T> of(Class<T> clazz) {
        return new DescribableModel<>(clazz);
    }

    /** @throws IllegalArgumentException if the class has no {@link DataBoundConstructor} */
    public DescribableModel(Class<T> clazz) {
        this.type = clazz;
        this.constructor = findConstructor(clazz);
        Type[] types = constructor.getGenericParameterTypes();
        Parameter[] named = constructor.getParameters();
        for (int i = 0; i < named.length; i++) {
            add(parameters, types[i], named[i].getName(), null);
        }
        Map<String, DescribableParameter> optional = new TreeMap<>();
        for (Class<?> c = clazz; c != null; c = c.getSuperclass()) {
            addSetters(optional, c);
        }
        parameters.putAll(optional);
    }

    @SuppressWarnings("unchecked") // a class's own constructors make its instances
    private static <T> Constructor<T> findConstructor(Class<T> clazz) {
        for (Constructor<?> each : clazz.getConstructors()) {
            if (each.isAnnotationPresent(DataBoundConstructor.class)) {
                return (Constructor<T>) each;
            }
        }
        throw new IllegalArgumentException(
                clazz + " does not have a public constructor annotated with @DataBoundConstructor");
    }

    private void addSetters(Map<String, DescribableParameter> optional, Class<?> c) {
        for (Field field : c.getDeclaredFields()) {
            if (field.isAnnotationPresent(DataBoundSetter.class)) {
                add(optional, field.getGenericType(), field.getName(), field);
            }
        }
        for (Method method : c.getDeclaredMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class) && !method.isBridge()) {
                if (!method.getName().startsWith("set") || method.getParameterCount() != 1) {
                    throw new IllegalStateException(method + " cannot be a @DataBoundSetter");
                }
                String name = Introspector.decapitalize(method.getName().substring(3));
                add(optional, method.getGenericParameterTypes()[0], name, method);
            }
        }
    }

    private void add(
            Map<String, DescribableParameter> target,
            Type parameterType,
            String name,
            java.lang.reflect.Member setter) {
        target.put(name, new DescribableParameter(type, parameterType, name, setter));
    }

    public Class<T> getType() {
        return type;
    }

    /** @return the constructor's parameters in order, then the others by name */
    public Collection<DescribableParameter> getParameters() {
        return Collections.unmodifiableCollection(parameters.values());
    }

    /** @return null if there is none of this name */
    public DescribableParameter getParameter(String name) {
        return parameters.get(name);
    }

    public boolean hasSingleRequiredParameter() {
        return getSoleRequiredParameter() != null;
    }

    /** @return the one parameter of the constructor, or null if it has none or several */
    public DescribableParameter getSoleRequiredParameter() {
        DescribableParameter sole = null;
        for (DescribableParameter each : parameters.values()) {
            if (each.isRequired()) {
                if (sole != null) {
                    return null;
                }
                sole = each;
            }
        }
        return sole;
    }

    /** @return null if the constructor has no parameter */
    public DescribableParameter getFirstRequiredParameter() {
        return parameters.values().stream()
                .filter(DescribableParameter::isRequired)
                .findFirst()
                .orElse(null);
    }

    public T instantiate(Map<String, ?> arguments) throws IllegalArgumentException {
        return instantiate(arguments, null);
    }

    /**
     * Makes an instance.
     *
     * @param listener told about names that mean nothing; null to be silent
     * @throws IllegalArgumentException if a value does not fit or the class refuses it
     */
    public T instantiate(Map<String, ?> arguments, TaskListener listener) throws IllegalArgumentException {
        CustomDescribableModel custom = CustomDescribableModel.of(type);
        Map<String, ?> read = custom == null
                ? arguments
                : custom.customInstantiate(Collections.unmodifiableMap(new LinkedHashMap<>(arguments)));
        Map<String, ?> named = nameSole(read);
        Set<String> unknown = new TreeSet<>(named.keySet());
        unknown.removeAll(parameters.keySet());
        if (!unknown.isEmpty()) {
            (listener == null ? TaskListener.NULL : listener)
                    .getLogger()
                    .println("WARNING: Unknown parameter(s) found for class type '" + type.getName() + "': "
                            + String.join(",", unknown));
        }
        try {
            T made = constructor.newInstance(constructorArguments(named));
            for (DescribableParameter each : parameters.values()) {
                if (!each.isRequired() && named.containsKey(each.getName())) {
                    each.set(made, coerced(each, named.get(each.getName())));
                }
            }
            return made;
        } catch (InvocationTargetException e) {
            throw failure(named, e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw failure(named, e);
        }
    }

    private Map<String, ?> nameSole(Map<String, ?> arguments) {
        if (!arguments.containsKey(UninstantiatedDescribable.ANONYMOUS_KEY)) {
            return arguments;
        }
        if (arguments.size() != 1) {
            throw new IllegalArgumentException(
                    "All arguments have to be named but it has " + UninstantiatedDescribable.ANONYMOUS_KEY);
        }
        DescribableParameter sole = getSoleRequiredParameter();
        if (sole == null) {
            throw new IllegalArgumentException("Arguments to " + type + " have to be explicitly named");
        }
        return Collections.singletonMap(sole.getName(), arguments.get(UninstantiatedDescribable.ANONYMOUS_KEY));
    }

    private Object[] constructorArguments(Map<String, ?> named) {
        return parameters.values().stream()
                .filter(DescribableParameter::isRequired)
                .map(each -> {
                    Object value = named.get(each.getName());
                    return value == null ? Coercion.absent(each.getErasedType()) : coerced(each, value);
                })
                .toArray();
    }

    private Object coerced(DescribableParameter parameter, Object value) {
        return Coercion.coerce(type.getName() + "." + parameter.getName(), parameter.getRawType(), value);
    }

    private IllegalArgumentException failure(Map<String, ?> named, Throwable cause) {
        if (named.values().stream().anyMatch(Secret.class::isInstance)) {
            return new IllegalArgumentException(
                    "Could not instantiate arguments for " + type.getName() + ". Secrets are involved.");
        }
        return new IllegalArgumentException(
                "Could not instantiate " + named + " for " + type.getName() + ": " + cause, cause);
    }

    /** @return the named values that would make this instance, without those that are the default anyway */
    public UninstantiatedDescribable uninstantiate2(T o) throws UnsupportedOperationException {
        Map<String, Object> all = new TreeMap<>();
        Map<String, Object> required = new TreeMap<>();
        for (DescribableParameter each : parameters.values()) {
            Object value = Coercion.uncoerce(each.get(o), each.getErasedType());
            if (each.isRequired()) {
                if (value == null) {
                    continue;
                }
                required.put(each.getName(), value);
            }
            all.put(each.getName(), value);
        }
        T control = instantiate(required);
        for (DescribableParameter each : parameters.values()) {
            if (!each.isRequired()) {
                Object byDefault = Coercion.uncoerce(each.get(control), each.getErasedType());
                if (Objects.equals(byDefault, all.get(each.getName()))) {
                    all.remove(each.getName());
                }
            }
        }
        Set<String> symbols = SymbolLookup.getSymbolValue(o);
        UninstantiatedDescribable result = new UninstantiatedDescribable(
                symbols.isEmpty() ? null : symbols.iterator().next(), null, all);
        result.setModel(this);
        return result;
    }

    @SuppressWarnings("unchecked") // an object's own class makes its model
    public static UninstantiatedDescribable uninstantiate2_(Object o) {
        return new DescribableModel<>((Class<Object>) o.getClass()).uninstantiate2(o);
    }

    private Object readResolve() {
        return of(type);
    }

    @Override
    public String toString() {
        return type.getSimpleName() + parameters.values();
    }
}
