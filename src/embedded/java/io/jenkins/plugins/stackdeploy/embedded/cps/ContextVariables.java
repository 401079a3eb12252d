package io.jenkins.plugins.stackdeploy.embedded.cps;

import java.io.Serializable;
import java.util.List;

/** What the steps around a piece of the program provide for it; a chain from the inside out. */
final class ContextVariables implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ContextVariables outer;
    private final Object value;

    private ContextVariables(ContextVariables outer, Object value) {
        this.outer = outer;
        this.value = value;
    }

    /** @param outer null at the outside */
    static ContextVariables add(ContextVariables outer, List<?> values) {
        ContextVariables chain = outer;
        for (Object value : values) {
            chain = new ContextVariables(chain, value);
        }
        return chain;
    }

    /** @return the innermost value of the type, or null */
    static <T> T find(ContextVariables chain, Class<T> type) {
        for (ContextVariables each = chain; each != null; each = each.outer) {
            if (type.isInstance(each.value)) {
                return type.cast(each.value);
            }
        }
        return null;
    }
}
