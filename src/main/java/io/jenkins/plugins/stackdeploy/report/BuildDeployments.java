package io.jenkins.plugins.stackdeploy.report;

import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The deployments of a build, as its files tell of them. */
final class BuildDeployments {
    private static final Cache READ = new Cache();

    private final Run<?, ?> run;
    private final Path folder;

    BuildDeployments(Run<?, ?> run) {
        this.run = run;
        this.folder = run.getRootDir().toPath().resolve(DeploymentFiles.FOLDER);
    }

    /** Whether the build has begun any; cheap, as pages ask for it often. */
    boolean exist() {
        return Files.isDirectory(folder);
    }

    /**
     * A text that changes whenever something happens.
     *
     * @return letters, digits and hyphens
     * @throws IOException when the folder cannot be read
     */
    String version() throws IOException {
        long hash = run.isBuilding() ? 1 : 0;
        for (Path file : files()) {
            hash = 31 * hash + Stamp.of(file).hashCode();
            hash = 31 * hash + file.hashCode();
        }
        return Long.toHexString(hash);
    }

    /**
     * What to show.
     *
     * @return the deployments in the order in which they began
     * @throws IOException when the files cannot be read
     */
    List<DeploymentView> views() throws IOException {
        boolean building = run.isBuilding();
        List<DeploymentView> views = new ArrayList<>();
        for (Path file : files()) {
            READ.get(file).map(view -> building ? view : view.afterTheBuild()).ifPresent(views::add);
        }
        views.sort(Comparator.comparing(DeploymentView::startedAt));
        return views;
    }

    private List<Path> files() throws IOException {
        if (!exist()) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.resolve(DeploymentFiles.EVENTS))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** What tells one state of a file from another: it is only ever appended to. */
    private record Stamp(long length, long modified) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
        }
    }

    /** What was read lately, so that any number of people may look on. */
    private static final class Cache {
        private static final int MOST = 16;

        private record Read(Stamp stamp, Optional<DeploymentView> view) {}

        private final Map<Path, Read> read = new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Path, Read> eldest) {
                return size() > MOST;
            }
        };

        /** Held while reading: people who look at the same time wait for one reading instead of each doing it. */
        synchronized Optional<DeploymentView> get(Path file) throws IOException {
            Stamp stamp = Stamp.of(file);
            Read known = read.get(file);
            if (known == null || !known.stamp.equals(stamp)) {
                String id = String.valueOf(file.getParent().getFileName());
                known = new Read(stamp, DeploymentHistory.read(id, file));
                read.put(file, known);
            }
            return known.view;
        }
    }
}
