package org.jenkinsci.plugins.structs.describable;

import hudson.model.Describable;
import hudson.model.Descriptor;
import java.util.Map;
import jenkins.model.Jenkins;

/** A descriptor that reads the arguments of its type before they are bound. */
public interface CustomDescribableModel {
    /** @param arguments as a script gave them; not to be changed */
    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        return arguments;
    }

    default UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable ud) {
        return ud;
    }

    /** @return the descriptor of a type if it is one of these, or null */
    @SuppressWarnings("unchecked") // checked on the line before
    static CustomDescribableModel of(Class<?> type) {
        if (!Describable.class.isAssignableFrom(type)) {
            return null;
        }
        Descriptor<?> descriptor = Jenkins.get().getDescriptor((Class<? extends Describable>) type);
        return descriptor instanceof CustomDescribableModel custom ? custom : null;
    }
}
