package io.jenkins.plugins.stackdeploy.cloudformation;

import java.util.Arrays;
import java.util.Optional;

/** Finds what a name of the API stands for. */
final class Names {
    private Names() {}

    static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
