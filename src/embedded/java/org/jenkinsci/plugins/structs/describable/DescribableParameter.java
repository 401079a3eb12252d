package org.jenkinsci.plugins.structs.describable;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

/** One setting of something configurable. */
public final class DescribableParameter {
    private final Class<?> owner;
    private final String name;
    private final Type rawType;
    /** Null for a constructor's parameter. */
    private final Member setter;

    DescribableParameter(Class<?> owner, Type rawType, String name, Member setter) {
        this.owner = owner;
        this.rawType = rawType;
        this.name = name;
        this.setter = setter;
    }

    public String getName() {
        return name;
    }

    public String getCapitalizedName() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public Type getRawType() {
        return rawType;
    }

    public Class getErasedType() {
        return Coercion.erase(rawType);
    }

    /** @return whether the constructor takes it */
    public boolean isRequired() {
        return setter == null;
    }

    public boolean isDeprecated() {
        return setter instanceof AnnotatedElement element && element.isAnnotationPresent(Deprecated.class);
    }

    void set(Object target, Object value) throws ReflectiveOperationException {
        if (setter instanceof Field field) {
            field.setAccessible(true);
            field.set(target, value);
        } else {
            Method method = (Method) setter;
            method.setAccessible(true);
            method.invoke(target, value);
        }
    }

    /** @throws UnsupportedOperationException if there is no public field or getter */
    Object get(Object source) {
        try {
            return owner.getField(name).get(source);
        } catch (NoSuchFieldException e) {
            return getter(source);
        } catch (IllegalAccessException e) {
            throw new UnsupportedOperationException(e);
        }
    }

    private Object getter(Object source) {
        for (Method method : owner.getMethods()) {
            String called = method.getName();
            boolean fits = called.equals("get" + getCapitalizedName()) || called.equals("is" + getCapitalizedName());
            if (fits && method.getParameterCount() == 0) {
                try {
                    return method.invoke(source);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new UnsupportedOperationException(e);
                }
            }
        }
        throw new UnsupportedOperationException("no public field ‘" + name + "’ (or getter method) found in " + owner);
    }

    @Override
    public String toString() {
        return name + (isRequired() ? "" : "?") + ": " + rawType.getTypeName();
    }
}
