package io.jenkins.plugins.stackdeploy.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What outlives every kill: knows which operations were really started, once for each token. */
final class RemoteWorld {
    private static final Set<String> TOKENS = new HashSet<>();
    private static final List<String> STARTED = new ArrayList<>();

    private RemoteWorld() {}

    static synchronized void reset() {
        TOKENS.clear();
        STARTED.clear();
    }

    static synchronized void submit(String token, String name) {
        if (TOKENS.add(token)) {
            STARTED.add(name);
        }
    }

    static synchronized List<String> started() {
        return List.copyOf(STARTED);
    }
}
