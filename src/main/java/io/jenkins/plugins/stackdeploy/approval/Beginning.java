package io.jenkins.plugins.stackdeploy.approval;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Builds of gates that have left the queue and of which no file knows yet. A crash ends them, so they are in memory alone. */
final class Beginning {
    private static final Set<String> BUILDS = ConcurrentHashMap.newKeySet();

    private Beginning() {}

    static void add(GateCause cause) {
        BUILDS.add(name(cause.key(), cause.target()));
    }

    static void remove(GateCause cause) {
        BUILDS.remove(name(cause.key(), cause.target()));
    }

    static boolean has(String key, String target) {
        return BUILDS.contains(name(key, target));
    }

    private static String name(String key, String target) {
        return key + " " + target;
    }
}
