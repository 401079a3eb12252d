package io.jenkins.plugins.stackdeploy.build;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads the plugin's classes and resources from its jar alone, as Jenkins would; what is not in the jar comes from the
 * test's class path, where the stand-in for Jenkins is.
 */
final class PluginClasses extends URLClassLoader {
    private final Path jar;

    PluginClasses(Path jar) throws IOException {
        super(new URL[] {jar.toUri().toURL()}, PluginClasses.class.getClassLoader());
        this.jar = jar;
    }

    /** Every class in the jar, none initialised. */
    List<Class<?>> all() {
        return Hpi.entries(jar).stream()
                .filter(entry -> entry.endsWith(".class") && !entry.endsWith("package-info.class"))
                .map(entry -> load(entry.replaceFirst("\\.class$", "").replace('/', '.')))
                .<Class<?>>map(found -> found)
                .toList();
    }

    /** The class of that name, not initialised; a missing one is an error. */
    Class<?> load(String name) {
        try {
            return Class.forName(name, false, this);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " is not in the plugin", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (findLoadedClass(name) == null && findResource(name.replace('.', '/') + ".class") != null) {
                return findClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Override
    public URL getResource(String name) {
        return findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return findResources(name);
    }
}
