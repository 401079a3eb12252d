package io.jenkins.plugins.stackdeploy.report;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real files that a build keeps of a deployment. */
public final class SavedBuild {
    private SavedBuild() {}

    /**
     * The files of a build.
     *
     * @param home where builds are kept
     * @param name the build's directory
     * @return its only deployment's files
     */
    public static DeploymentFiles files(Path home, String name) throws IOException {
        File directory = Files.createDirectories(home.resolve(name)).toFile();
        Run<?, ?> build = new FreeStyleBuild(new FreeStyleProject(null, "job")) {
            @Override
            public File getRootDir() {
                return directory;
            }
        };
        return new DeploymentFiles(build, "1");
    }
}
