package io.jenkins.plugins.stackdeploy.build;

import hudson.Extension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;

/**
 * The form of a class that users configure: its {@code config.jelly}, and the pages that this includes.
 *
 * @param described the class
 * @param fields the names of the form's fields
 */
record Form(DescribedClass described, Set<String> fields) {
    /** The forms of everything that users configure; a class without one is an error. */
    static List<Form> all() {
        return StreamSupport.stream(
                        Index.load(Extension.class, Object.class, Form.class.getClassLoader())
                                .spliterator(),
                        false)
                .map(Form::load)
                .flatMap(extension -> DescribedClass.of(extension).stream())
                .map(Form::of)
                .toList();
    }

    private static Class<?> load(IndexItem<Extension, Object> item) {
        try {
            return Class.forName(item.className(), false, Form.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Form of(DescribedClass described) {
        Set<String> fields = new TreeSet<>();
        collect(described, "config.jelly", fields);
        return new Form(described, fields);
    }

    private static void collect(DescribedClass described, String page, Set<String> fields) {
        Path file = described.resources(page).stream()
                .map(Repository.MAIN_RESOURCES::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError(described.type() + " has no " + page));
        JellyView view = JellyView.read(file);
        fields.addAll(view.fields());
        view.includes().forEach(included -> collect(described, included, fields));
    }

    @Override
    public String toString() {
        return described.type().getSimpleName();
    }
}
