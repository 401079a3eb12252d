package jenkins.model;

import hudson.Extension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;

/** Makes one instance of everything that the index of {@link Extension} names. */
final class ExtensionRegistry {
    private static final Logger LOGGER = Logger.getLogger(ExtensionRegistry.class.getName());

    private record Component(Object instance, double ordinal) {}

    private final ClassLoader loader;
    private List<Component> components;

    ExtensionRegistry(ClassLoader loader) {
        this.loader = loader;
    }

    /** @return the extensions of a type, those with a higher ordinal first */
    synchronized <T> List<T> find(Class<T> type) {
        if (components == null) {
            components = load();
        }
        List<T> found = new ArrayList<>();
        for (Component component : components) {
            if (type.isInstance(component.instance())) {
                found.add(type.cast(component.instance()));
            }
        }
        return found;
    }

    private List<Component> load() {
        List<Component> loaded = new ArrayList<>();
        for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
            try {
                loaded.add(new Component(item.instance(), item.annotation().ordinal()));
            } catch (InstantiationException | LinkageError e) {
                // One broken extension must not take the others with it; an optional one may well be broken.
                Level level = item.annotation().optional() ? Level.FINE : Level.WARNING;
                LOGGER.log(level, "Failed to instantiate the extension " + item.className(), e);
            }
        }
        loaded.sort(Comparator.comparingDouble(Component::ordinal).reversed());
        return loaded;
    }
}
