package io.jenkins.plugins.stackdeploy.build;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A class that users configure, seen through its descriptor. Jenkins' types are told by name, so that this reads any
 * plugin whatever Jenkins it was compiled against.
 *
 * @param descriptor the extension
 * @param type the class it describes
 */
record DescribedClass(Class<?> descriptor, Class<?> type) {
    private static final String DESCRIPTOR = "hudson.model.Descriptor";
    private static final String GLOBAL = "jenkins.model.GlobalConfiguration";

    /** What the extension describes: the class around it, or itself when it is a global configuration. */
    static Optional<DescribedClass> of(Class<?> extension) {
        List<String> kinds = ancestors(extension).map(Class::getName).toList();
        if (!kinds.contains(DESCRIPTOR)) {
            return Optional.empty();
        }
        Class<?> type = kinds.contains(GLOBAL) ? extension : extension.getEnclosingClass();
        return Optional.of(new DescribedClass(extension, type));
    }

    /** Whether users pick this from a list of steps, where a page of help of its own is expected. */
    boolean isStep() {
        return ancestors(descriptor)
                .map(Class::getName)
                .anyMatch(
                        List.of(
                                "org.jenkinsci.plugins.workflow.steps.StepDescriptor",
                                "hudson.tasks.BuildStepDescriptor")::contains);
    }

    /** The names of the properties that Stapler and structs bind. */
    SortedSet<String> properties() {
        SortedSet<String> names = new TreeSet<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (has(constructor, "DataBoundConstructor")) {
                Arrays.stream(constructor.getParameters())
                        .map(Parameter::getName)
                        .forEach(names::add);
            }
        }
        ancestors(type).forEach(owner -> {
            for (Method method : owner.getDeclaredMethods()) {
                if (has(method, "DataBoundSetter") && method.getName().startsWith("set")) {
                    names.add(method.getName().substring(3, 4).toLowerCase(Locale.ROOT)
                            + method.getName().substring(4));
                }
            }
            for (Field field : owner.getDeclaredFields()) {
                if (has(field, "DataBoundSetter")) {
                    names.add(field.getName());
                }
            }
        });
        return names;
    }

    /** Where Jenkins looks for a view or help file of this class, nearest first: its classes and then interfaces. */
    List<String> resources(String file) {
        List<Class<?>> owners = new ArrayList<>(ancestors(type).toList());
        ancestors(type).flatMap(owner -> Arrays.stream(owner.getInterfaces())).forEach(owners::add);
        return owners.stream()
                .map(owner -> owner.getName().replace('.', '/').replace('$', '/') + "/" + file)
                .toList();
    }

    private static Stream<Class<?>> ancestors(Class<?> type) {
        return Stream.iterate(type, owner -> owner != null, owner -> owner.getSuperclass());
    }

    private static boolean has(AnnotatedElement element, String annotation) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getName().equals("org.kohsuke.stapler." + annotation));
    }
}
