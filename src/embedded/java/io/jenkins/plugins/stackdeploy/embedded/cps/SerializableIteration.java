package io.jenkins.plugins.stackdeploy.embedded.cps;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A Groovy category that replaces the iterators of the JDK, which cannot be saved, so that a script can stop at a step
 * in the middle of a loop. Sets and maps are iterated as they were when the loop began.
 */
public final class SerializableIteration {
    private SerializableIteration() {}

    public static <E> Iterator<E> iterator(List<E> list) {
        return new ListIteration<>(list);
    }

    public static <E> Iterator<E> iterator(Set<E> set) {
        return new ListIteration<>(new ArrayList<>(set));
    }

    public static <E> Iterator<E> iterator(E[] array) {
        return new ListIteration<>(new ArrayList<>(Arrays.asList(array)));
    }

    public static <K, V> Iterator<Map.Entry<K, V>> iterator(Map<K, V> map) {
        return iterator(entrySet(map));
    }

    public static <K, V> Set<Map.Entry<K, V>> entrySet(Map<K, V> map) {
        Set<Map.Entry<K, V>> entries = new LinkedHashSet<>();
        map.forEach((key, value) -> entries.add(new AbstractMap.SimpleImmutableEntry<>(key, value)));
        return entries;
    }

    public static <K, V> Set<K> keySet(Map<K, V> map) {
        return new LinkedHashSet<>(map.keySet());
    }

    public static <K, V> List<V> values(Map<K, V> map) {
        return new ArrayList<>(map.values());
    }

    private static final class ListIteration<E> implements Iterator<E>, Serializable {
        private static final long serialVersionUID = 1L;
        private final List<E> list;
        private int next;

        ListIteration(List<E> list) {
            this.list = list;
        }

        @Override
        public boolean hasNext() {
            return next < list.size();
        }

        @Override
        public E next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return list.get(next++);
        }

        @Override
        public void remove() {
            list.remove(--next);
        }
    }
}
