package org.jenkinsci.plugins.structs.describable;

import hudson.model.TaskListener;
import hudson.util.Secret;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Named values from which a describable can be made, with the symbol or class name that says which. */
public class UninstantiatedDescribable implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The name of the only argument when it was given without one. */
    public static final String ANONYMOUS_KEY = "<anonymous>";

    private String symbol;
    private String klass;
    private final Map<String, ?> arguments;
    private transient DescribableModel model;

    /**
     * @param symbol null if a class name says it
     * @param klass null if a symbol says it
     */
    public UninstantiatedDescribable(String symbol, String klass, Map<String, ?> arguments) {
        this.symbol = symbol;
        this.klass = klass;
        this.arguments = arguments;
    }

    public UninstantiatedDescribable(Map<String, ?> arguments) {
        this(null, null, arguments);
    }

    /** @return null if there is none */
    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    /** @return null if there is none */
    public String getKlass() {
        return klass;
    }

    public void setKlass(String klass) {
        this.klass = klass;
    }

    public Map<String, ?> getArguments() {
        return arguments;
    }

    /** @return null if it is not known */
    public DescribableModel getModel() {
        return model;
    }

    public void setModel(DescribableModel model) {
        this.model = model;
    }

    /** @return the arguments, with {@code $class} for the class name if it is needed */
    public Map<String, Object> toShallowMap() {
        Map<String, Object> map = new TreeMap<>(arguments);
        if (klass != null) {
            map.put(DescribableModel.CLAZZ, klass);
        }
        return map;
    }

    /** Makes the describable. */
    public <T> T instantiate(Class<T> base, TaskListener listener) {
        Class<?> clazz = Coercion.resolveClass(base, klass, symbol);
        return base.cast(new DescribableModel<>(clazz).instantiate(arguments, listener));
    }

    public static UninstantiatedDescribable from(Object o) {
        return DescribableModel.uninstantiate2_(o);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UninstantiatedDescribable that
                && Objects.equals(symbol, that.symbol)
                && Objects.equals(klass, that.klass)
                && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, klass, arguments);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (symbol != null) {
            text.append('@').append(symbol);
        }
        if (klass != null) {
            text.append('$').append(klass);
        }
        text.append('(');
        String separator = "";
        for (Map.Entry<String, ?> each : arguments.entrySet()) {
            Object value = each.getValue() instanceof Secret ? "****" : each.getValue();
            text.append(separator).append(each.getKey()).append('=').append(value);
            separator = ",";
        }
        return text.append(')').toString();
    }
}
