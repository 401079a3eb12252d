package io.jenkins.plugins.stackdeploy.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** The packed plugin, {@code target/stack-deploy.hpi}, with the jars in it laid out in a folder. */
final class Hpi {
    private static final Path FILE = Repository.ROOT.resolve("target/stack-deploy.hpi");
    private static final String LIB = "WEB-INF/lib/";

    private final SortedSet<String> entries;
    private final Map<String, String> manifest;
    private final SortedMap<String, Path> libraries;

    private Hpi(SortedSet<String> entries, Map<String, String> manifest, SortedMap<String, Path> libraries) {
        this.entries = entries;
        this.manifest = manifest;
        this.libraries = libraries;
    }

    /** Opens the plugin that the package phase made and lays its jars out in {@code folder}. */
    static Hpi unpack(Path folder) throws IOException {
        SortedMap<String, Path> libraries = new TreeMap<>();
        try (JarFile hpi = new JarFile(FILE.toFile())) {
            SortedSet<String> entries = files(hpi);
            for (String entry : entries) {
                if (entry.startsWith(LIB)) {
                    Path jar = folder.resolve(entry.substring(LIB.length()));
                    Files.write(jar, hpi.getInputStream(hpi.getEntry(entry)).readAllBytes());
                    libraries.put(jar.getFileName().toString(), jar);
                }
            }
            return new Hpi(entries, attributes(hpi), libraries);
        }
    }

    /** The names of the files in the .hpi. */
    SortedSet<String> entries() {
        return entries;
    }

    /** The main attributes of the .hpi's manifest. */
    Map<String, String> manifest() {
        return manifest;
    }

    /** The jars of WEB-INF/lib by file name, the plugin's own among them. */
    SortedMap<String, Path> libraries() {
        return libraries;
    }

    /** The jar with the plugin's own classes. */
    Path pluginJar() {
        return libraries.get("stack-deploy.jar");
    }

    /** The names of the files in the plugin's own jar. */
    SortedSet<String> pluginEntries() {
        return entries(pluginJar());
    }

    /** The main attributes of the plugin jar's own manifest. */
    Map<String, String> pluginManifest() {
        try (JarFile jar = new JarFile(pluginJar().toFile())) {
            return attributes(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a text file in the plugin's own jar; none when there is no such file. */
    List<String> pluginLines(String name) {
        try (JarFile jar = new JarFile(pluginJar().toFile())) {
            ZipEntry entry = jar.getEntry(name);
            return entry == null
                    ? List.of()
                    : new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a jar. */
    static SortedSet<String> entries(Path jar) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return files(opened);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedSet<String> files(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> attributes(JarFile jar) throws IOException {
        return jar.getManifest().getMainAttributes().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue()
                        .toString()));
    }
}
