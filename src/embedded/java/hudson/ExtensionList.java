package hudson;

import java.util.AbstractList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;

/** The extensions of one type, those with a higher ordinal first. */
public class ExtensionList<T> extends AbstractList<T> {
    public final Class<T> extensionType;
    private volatile List<T> extensions;

    protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {
        this.extensionType = extensionType;
    }

    /** Finds the members when the list is first read. */
    protected List<T> load() {
        return List.of();
    }

    /** @return the extensions of a type; empty when there are none */
    public static <T> ExtensionList<T> lookup(Class<T> type) {
        return Jenkins.get().getExtensionList(type);
    }

    /** @throws IllegalStateException unless there is exactly one */
    public static <U> U lookupSingleton(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.size() != 1) {
            throw new IllegalStateException("Expected 1 instance of " + type.getName() + " but got " + all.size());
        }
        return all.get(0);
    }

    /** @throws IllegalStateException if there is none */
    public static <U> U lookupFirst(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.isEmpty()) {
            throw new IllegalStateException("Found no instances of " + type.getName());
        }
        return all.get(0);
    }

    /** @return the extension of exactly this class, or null */
    public <U extends T> U get(Class<U> type) {
        for (T extension : this) {
            if (extension.getClass() == type) {
                return type.cast(extension);
            }
        }
        return null;
    }

    @Override
    public T get(int index) {
        return loaded().get(index);
    }

    @Override
    public int size() {
        return loaded().size();
    }

    @Override
    public Iterator<T> iterator() {
        return loaded().iterator();
    }

    @Override
    public boolean add(T extension) {
        return loaded().add(extension);
    }

    @Override
    public boolean remove(Object extension) {
        return loaded().remove(extension);
    }

    public List<T> reverseView() {
        List<T> copy = new CopyOnWriteArrayList<>(loaded());
        Collections.reverse(copy);
        return copy;
    }

    private synchronized List<T> loaded() {
        if (extensions == null) {
            extensions = new CopyOnWriteArrayList<>(load());
        }
        return extensions;
    }
}
