package io.jenkins.plugins.stackdeploy.embedded;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Hands out folders to work in, so that no two builds have the same one at the same time. */
final class Workspaces {
    private final Path root;
    private final Set<Path> taken = new HashSet<>();

    Workspaces(Path root) {
        this.root = root;
    }

    /** @return the job's folder, or one beside it if that is taken */
    synchronized Path allocate(String jobName) {
        Path candidate = root.resolve(jobName);
        for (int n = 2; taken.contains(candidate); n++) {
            candidate = root.resolve(jobName + "@" + n);
        }
        taken.add(candidate);
        return candidate;
    }

    /** Takes the folder again that was allocated before a restart. */
    synchronized void reclaim(Path workspace) {
        taken.add(workspace);
    }

    synchronized void release(Path workspace) {
        taken.remove(workspace);
    }
}
