package io.jenkins.plugins.stackdeploy.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Loads the plugin's own classes anew, with some packages hidden as if what brings them were not installed. */
final class HidingClassLoader extends ClassLoader {
    private final List<String> hidden;

    HidingClassLoader(String... hidden) {
        super(HidingClassLoader.class.getClassLoader());
        this.hidden = List.of(hidden);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name + " is hidden");
        }
        if (!name.startsWith(PluginCode.ROOT)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
