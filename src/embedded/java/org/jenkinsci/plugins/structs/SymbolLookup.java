package org.jenkinsci.plugins.structs;

import hudson.model.Describable;
import hudson.model.Descriptor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;

/** Finds descriptors by the short names that they carry. */
public class SymbolLookup {
    private static final SymbolLookup INSTANCE = new SymbolLookup();

    public static SymbolLookup get() {
        return INSTANCE;
    }

    /** @return the descriptor with this symbol whose describable is of the type, or null */
    public Descriptor<?> findDescriptor(Class<?> type, String symbol) {
        for (Descriptor<?> each : Jenkins.get().getExtensionList(Descriptor.class)) {
            if (type.isAssignableFrom(each.clazz)
                    && getSymbolValue(each.getClass()).contains(symbol)) {
                return each;
            }
        }
        return null;
    }

    /** @return the symbols of the object's class, or of its descriptor; empty if it has none */
    public static Set<String> getSymbolValue(Object o) {
        return o instanceof Describable<?> describable && !(o instanceof Descriptor)
                ? getSymbolValue(describable.getClass())
                : getSymbolValue(o.getClass());
    }

    /** @return the symbols of the class, or of its descriptor; empty if it has none */
    public static Set<String> getSymbolValue(Class<?> c) {
        if (Describable.class.isAssignableFrom(c) && !Descriptor.class.isAssignableFrom(c)) {
            Descriptor<?> descriptor = Jenkins.get().getDescriptor(c.asSubclass(Describable.class));
            return descriptor == null ? Set.of() : getSymbolValue(descriptor.getClass());
        }
        Symbol symbol = c.getAnnotation(Symbol.class);
        return symbol == null ? Set.of() : new LinkedHashSet<>(List.of(symbol.value()));
    }
}
