package io.jenkins.plugins.stackdeploy.report;

import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The deployments of a build, as its files tell of them. */
final class BuildDeployments {
    private static final ViewCache READ = new ViewCache(DeploymentHistory::read);

    private final Run<?, ?> run;
    private final Path folder;
    private final ViewCache read;

    BuildDeployments(Run<?, ?> run) {
        this(run, READ);
    }

    /**
     * The deployments of a build.
     *
     * @param run the build
     * @param read shared with others who look on
     */
    BuildDeployments(Run<?, ?> run, ViewCache read) {
        this.run = run;
        this.read = read;
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
            hash = 31 * hash + FileStamp.of(file).hashCode();
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
            read.get(file).map(view -> building ? view : view.afterTheBuild()).ifPresent(views::add);
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
}
