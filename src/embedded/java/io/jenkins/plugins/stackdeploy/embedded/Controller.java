package io.jenkins.plugins.stackdeploy.embedded;

import hudson.Plugin;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.PeriodicWork;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import hudson.model.listeners.ItemListener;
import hudson.tasks.Builder;
import hudson.tasks.Publisher;
import io.jenkins.plugins.stackdeploy.embedded.config.SystemCredentials;
import io.jenkins.plugins.stackdeploy.embedded.cps.Boundaries;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jvnet.hudson.annotation_indexer.Index;

/** The controller of an {@link EmbeddedJenkins}. */
final class Controller extends Jenkins {
    private static final Logger LOGGER = Logger.getLogger(Controller.class.getName());

    private final transient OutputStream console;
    private final transient Boundaries boundaries;
    private final transient Users users = new Users();
    private final transient SystemCredentials credentials = new SystemCredentials();
    private final transient Set<String> plugins = new HashSet<>();
    private final transient Workspaces workspaces;
    private final transient List<ScheduledFuture<?>> periodic = new ArrayList<>();
    private transient volatile boolean killed;

    Controller(Path home, OutputStream console, Boundaries boundaries) throws IOException {
        super(home.toAbsolutePath().toFile(), null);
        this.console = console;
        this.boundaries = boundaries;
        this.workspaces = new Workspaces(home.toAbsolutePath().resolve("workspace"));
        setSecurityRealm(users);
    }

    @Override
    public void setRootUrl(String rootUrl) {
        super.setRootUrl(rootUrl);
    }

    OutputStream console() {
        return console;
    }

    Users users() {
        return users;
    }

    SystemCredentials credentials() {
        return credentials;
    }

    Workspaces workspaces() {
        return workspaces;
    }

    boolean isKilled() {
        return killed;
    }

    /** @throws Boundaries.KilledException if the process is meant to be dead by now */
    void reached(String place) {
        if (!killed) {
            boundaries.reached(place);
        }
        if (killed) {
            throw new Boundaries.KilledException(place);
        }
    }

    PipelineJob createPipeline(String name, String jenkinsfile, Path workspaceSource) throws IOException {
        PipelineJob job = getItem(name) instanceof PipelineJob present ? present : new PipelineJob(this, name);
        job.define(jenkinsfile, workspaceSource);
        put(job);
        return job;
    }

    FreestyleJob createFreestyle(
            String name, List<? extends Builder> steps, List<? extends Publisher> publishers, Path workspaceSource)
            throws IOException {
        FreestyleJob job = new FreestyleJob(this, name, steps, publishers, workspaceSource);
        job.loadBuilds();
        put(job);
        return job;
    }

    @Override
    protected void start(Queue.Task task, List<Action> actions) {
        try {
            if (task instanceof FreestyleJob job) {
                job.begin(actions);
            } else if (task instanceof PipelineJob job) {
                job.begin(actions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Plugin getPlugin(String shortName) {
        return plugins.contains(shortName) ? new Plugin.DummyImpl() : null;
    }

    /** Behaves as if another plugin were there whose classes the stand-in has. */
    void addPlugin(String shortName) {
        plugins.add(shortName);
    }

    private void put(TopLevelItem item) throws IOException {
        try {
            putItem(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Reads the Pipelines in the home and goes on with those of their builds that were not over. */
    void loadJobs() throws IOException {
        Path jobs = getRootDir().toPath().resolve("jobs");
        if (!Files.isDirectory(jobs)) {
            return;
        }
        List<PipelineJob> loaded = new ArrayList<>();
        try (Stream<Path> folders = Files.list(jobs)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("config.xml"))) {
                    PipelineJob job = new PipelineJob(this, folder.getFileName().toString());
                    job.load();
                    put(job);
                    loaded.add(job);
                }
            }
        }
        for (PipelineJob job : loaded) {
            job.resumeBuilds();
        }
    }

    /** Calls what wants to be called when the jobs are loaded, and from then on. */
    void jobsLoaded() {
        for (PeriodicWork each : PeriodicWork.all()) {
            periodic.add(Timer.get()
                    .scheduleAtFixedRate(
                            each, each.getInitialDelay(), each.getRecurrencePeriod(), TimeUnit.MILLISECONDS));
        }
        try {
            for (Method method : Index.list(Initializer.class, getClass().getClassLoader(), Method.class)) {
                if (method.getAnnotation(Initializer.class).after() == InitMilestone.JOB_LOADED) {
                    method.invoke(null);
                }
            }
        } catch (IOException | IllegalAccessException | InvocationTargetException e) {
            LOGGER.log(Level.WARNING, "A part of the start failed", e);
        }
        HeldBuilds.in(this).load();
        ItemListener.all().forEach(ItemListener::onLoaded);
    }

    List<PipelineRun> runningPipelines() {
        List<PipelineRun> running = new ArrayList<>();
        for (Run<?, ?> run : runningBuilds()) {
            if (run instanceof PipelineRun pipeline) {
                running.add(pipeline);
            }
        }
        return running;
    }

    List<Run<?, ?>> runningBuilds() {
        List<Run<?, ?>> running = new ArrayList<>();
        for (TopLevelItem item : getItems()) {
            if (item instanceof Job<?, ?> job) {
                for (int n = 1; n < job.getNextBuildNumber(); n++) {
                    Run<?, ?> run = job.getBuildByNumber(n);
                    if (run != null && run.isBuilding()) {
                        running.add(run);
                    }
                }
            }
        }
        return running;
    }

    void kill() {
        killed = true;
        periodic.forEach(each -> each.cancel(false));
        runningPipelines().forEach(PipelineRun::abandon);
        cleanUp();
    }

    void shutDown() {
        if (killed) {
            return;
        }
        HeldBuilds.in(this).save();
        terminate();
        kill();
    }

    private void terminate() {
        try {
            for (Method method : Index.list(Terminator.class, getClass().getClassLoader(), Method.class)) {
                method.invoke(null);
            }
        } catch (IOException | IllegalAccessException | InvocationTargetException e) {
            LOGGER.log(Level.WARNING, "A part of the shutdown failed", e);
        }
    }

    @Override
    public File getRootDirFor(TopLevelItem child) {
        return new File(new File(root, "jobs"), child.getName());
    }
}
