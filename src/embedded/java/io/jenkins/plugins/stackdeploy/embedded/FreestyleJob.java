package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.tasks.Builder;
import hudson.tasks.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;

/** A job that is a list of build steps. Its builds do not survive the process, as in Jenkins. */
public final class FreestyleJob extends FreeStyleProject {
    private final transient List<Builder> steps;
    private final transient List<Publisher> publishers;
    private final transient Path workspaceSource;
    private transient volatile Authentication authentication = ACL.SYSTEM2;

    FreestyleJob(
            Controller parent,
            String name,
            List<? extends Builder> steps,
            List<? extends Publisher> publishers,
            Path workspaceSource) {
        super(parent, name);
        this.steps = List.copyOf(steps);
        this.publishers = List.copyOf(publishers);
        this.workspaceSource = workspaceSource;
    }

    Controller controller() {
        return (Controller) getParent();
    }

    @Override
    public List<Builder> getBuilders() {
        return steps;
    }

    List<Publisher> publishers() {
        return publishers;
    }

    /** Lets builds run as somebody, as a project authentication does; they run as Jenkins itself otherwise. */
    public void runAs(Authentication user) {
        authentication = user;
    }

    Authentication authentication() {
        return authentication;
    }

    /**
     * Reads the builds that were over when Jenkins last ended; the others are lost, as in Jenkins. Read again, as when the
     * job is configured by its XML, the builds are other objects.
     */
    public void loadBuilds() throws IOException {
        Path builds = getBuildDir().toPath();
        if (Files.isDirectory(builds)) {
            try (Stream<Path> folders = Files.list(builds)) {
                for (Path folder : folders.toList()) {
                    if (Files.exists(folder.resolve("build.xml"))) {
                        FreestyleRun run = new FreestyleRun(this, folder.toFile());
                        _getRuns().put(run.getNumber(), run);
                    }
                }
            }
        }
        onLoad(getParent(), getName());
    }

    Path workspaceSource() {
        return workspaceSource;
    }

    /**
     * Starts a build.
     *
     * @param parameters texts, booleans or whole {@link ParameterValue}s by name
     * @param user who asks for it; null for somebody who is not logged in
     */
    public synchronized FreestyleRun schedule(Map<String, ?> parameters, String user) throws IOException {
        List<Action> actions = new ArrayList<>(List.of(new CauseAction(new Cause.UserIdCause(user))));
        List<ParameterValue> values = Parameters.of(parameters);
        if (!values.isEmpty()) {
            actions.add(new ParametersAction(values));
        }
        return begin(actions);
    }

    /** Starts a build with these actions. */
    synchronized FreestyleRun begin(List<Action> actions) throws IOException {
        FreestyleRun run = new FreestyleRun(this);
        actions.forEach(run::addAction);
        run.save();
        _getRuns().put(run.getNumber(), run);
        run.begin();
        return run;
    }

    @Override
    public Descriptor<TopLevelItem> getDescriptor() {
        throw new UnsupportedOperationException("jobs of the stand-in are not configured in a form");
    }
}
