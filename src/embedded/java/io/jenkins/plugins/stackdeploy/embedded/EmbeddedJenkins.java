package io.jenkins.plugins.stackdeploy.embedded;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.JobProperty;
import hudson.model.Run;
import hudson.tasks.Builder;
import hudson.tasks.Publisher;
import io.jenkins.plugins.stackdeploy.embedded.config.ConfigurationFile;
import io.jenkins.plugins.stackdeploy.embedded.cps.Boundaries;
import io.jenkins.plugins.stackdeploy.embedded.steps.BuiltInSteps;
import io.jenkins.plugins.stackdeploy.embedded.web.WebServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecutionIterator;

/**
 * A Jenkins in this process: it has the plugin's extensions, credentials and settings from a file, and runs
 * Pipelines and freestyle builds. There is at most one at a time. Everything is kept in its home; started again on
 * the same home it goes on with the builds that were not over.
 *
 * <pre>
 *   try (EmbeddedJenkins jenkins = EmbeddedJenkins.start(home, config)) {
 *       PipelineRun run = jenkins.createPipeline("deploy", jenkinsfile, sources).schedule(Map.of(), "alice");
 *       Result result = run.awaitResult(Duration.ofMinutes(5));
 *   }
 * </pre>
 */
public final class EmbeddedJenkins implements AutoCloseable {
    private static final String CONFIG = "jenkins.yaml";

    private final Controller controller;
    private WebServer web;

    private EmbeddedJenkins(Controller controller) {
        this.controller = controller;
    }

    /**
     * Starts on a new or an existing home, and resumes the builds in it that were not over.
     *
     * @param config settings and credentials in the form of Configuration as Code; null for none
     */
    public static EmbeddedJenkins start(Path home, Path config) throws IOException {
        return builder(home).config(config).start();
    }

    /** Starts on an existing home with the settings that it was last started with. */
    public static EmbeddedJenkins resume(Path home) throws IOException {
        return builder(home).start();
    }

    public static Builder builder(Path home) {
        return new Builder(home);
    }

    public Jenkins jenkins() {
        return controller;
    }

    /**
     * Creates a Pipeline, or gives an existing one a new script.
     *
     * @param workspaceSource the folder that {@code checkout scm} copies; null if there is nothing to check out
     */
    public PipelineJob createPipeline(String name, String jenkinsfile, Path workspaceSource) throws IOException {
        return controller.createPipeline(name, jenkinsfile, workspaceSource);
    }

    /** @return null if there is no Pipeline of this name */
    public PipelineJob pipeline(String name) {
        return controller.getItem(name) instanceof PipelineJob job ? job : null;
    }

    /** Creates a freestyle job. */
    public FreestyleJob createFreestyle(String name, List<? extends hudson.tasks.Builder> steps, Path workspaceSource)
            throws IOException {
        return controller.createFreestyle(name, steps, List.of(), workspaceSource);
    }

    /** @return null if there is no freestyle job of this name */
    public FreestyleJob freestyle(String name) {
        return controller.getItem(name) instanceof FreestyleJob job ? job : null;
    }

    /** Gives a user groups and a name; users that were never named here exist too, without groups. */
    public void addUser(String id, String fullName, String... groups) {
        controller.users().add(id, fullName, groups);
    }

    /**
     * Serves the plugin's pages on 127.0.0.1 until this is closed. Where no address is configured, this becomes the one
     * that logs and messages name.
     *
     * @param port 0 for any
     * @return the address, ending with a slash
     */
    public String serve(int port) throws IOException {
        web = WebServer.start(port);
        if (controller.getRootUrl() == null) {
            controller.setRootUrl(web.url());
        }
        return web.url();
    }

    /** @return the builds that are not over */
    public List<Run<?, ?>> runningBuilds() {
        return controller.runningBuilds();
    }

    /** Stops as if the process had been killed: nothing is written any more, and nobody is told. */
    public void kill() {
        stopServing();
        controller.kill();
    }

    /** Shuts down in order; builds that are not over can be resumed. */
    @Override
    public void close() {
        stopServing();
        controller.shutDown();
        Stragglers.await();
    }

    private void stopServing() {
        if (web != null) {
            web.close();
        }
    }

    /** How to start. */
    public static final class Builder {
        private final Path home;
        private Path config;
        private OutputStream console = OutputStream.nullOutputStream();
        private Boundaries boundaries = Boundaries.NONE;
        private final List<Object> extensions = new ArrayList<>();
        private final List<String> plugins = new ArrayList<>();
        private final List<Definition> jobs = new ArrayList<>();

        private Builder(Path home) {
            this.home = home;
        }

        /** @param file null for the one that the home was last started with */
        public Builder config(Path file) {
            this.config = file;
            return this;
        }

        /** Shows the logs of all builds here too. */
        public Builder console(OutputStream out) {
            this.console = out;
            return this;
        }

        /** Tells somebody about each place at which a kill makes a difference. */
        public Builder boundaries(Boundaries observer) {
            this.boundaries = observer;
            return this;
        }

        /** Adds an extension that no index names, for instance the descriptor of a test's own step. */
        public Builder extension(Object extension) {
            extensions.add(extension);
            return this;
        }

        /** Behaves as if another plugin were there whose classes the stand-in has. */
        public Builder plugin(String shortName) {
            plugins.add(shortName);
            return this;
        }

        private interface Definition {
            void define(Controller controller) throws IOException;
        }

        /** Has a freestyle job with its builds from the start. */
        public Builder freestyle(
                String name,
                List<? extends hudson.tasks.Builder> steps,
                List<? extends Publisher> publishers,
                Path workspaceSource,
                JobProperty<?>... properties) {
            jobs.add(controller -> {
                FreestyleJob job = controller.createFreestyle(name, steps, publishers, workspaceSource);
                List.of(properties).forEach(job::addProperty);
            });
            return this;
        }

        public EmbeddedJenkins start() throws IOException {
            Files.createDirectories(home);
            Path kept = home.resolve(CONFIG);
            if (config != null && !config.toAbsolutePath().equals(kept.toAbsolutePath())) {
                Files.copy(config, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            Controller controller = new Controller(home, console, boundaries);
            try {
                register(controller);
                plugins.forEach(controller::addPlugin);
                if (Files.exists(kept)) {
                    ConfigurationFile.read(kept).apply(controller.credentials(), controller::setRootUrl);
                }
                controller.loadJobs();
                for (Definition job : jobs) {
                    job.define(controller);
                }
                controller.jobsLoaded();
            } catch (IOException | RuntimeException e) {
                controller.cleanUp();
                throw e;
            }
            return new EmbeddedJenkins(controller);
        }

        private void register(Controller controller) {
            List<Object> all = new ArrayList<>(BuiltInSteps.descriptors());
            all.addAll(extensions);
            for (Object extension : all) {
                addIf(Descriptor.class, extension);
                addIf(StepDescriptor.class, extension);
            }
            ExtensionList.lookup(StepExecutionIterator.class).add(new RunningSteps(controller));
            ExtensionList.lookup(com.cloudbees.plugins.credentials.CredentialsProvider.class)
                    .add(controller.credentials());
            Timer.get();
        }

        private static <T> void addIf(Class<T> type, Object extension) {
            if (type.isInstance(extension)) {
                ExtensionList.lookup(type).add(type.cast(extension));
            }
        }
    }
}
