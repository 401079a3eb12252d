package hudson.model;

import hudson.EnvVars;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;

/** Something that can be built. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem {
    protected transient volatile int nextBuildNumber = 1;

    private final transient List<JobProperty<?>> properties = new CopyOnWriteArrayList<>();

    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    public abstract boolean isBuildable();

    public void addProperty(JobProperty<?> property) {
        properties.add(property);
    }

    /** @return the property of this type, or null */
    public <T extends JobProperty<?>> T getProperty(Class<T> type) {
        return properties.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** @return the builds by number, newest first */
    protected abstract SortedMap<Integer, ? extends RunT> _getRuns();

    protected abstract void removeRun(RunT run);

    /** Takes the next number. */
    public synchronized int assignBuildNumber() throws IOException {
        int number = nextBuildNumber;
        nextBuildNumber = number + 1;
        return number;
    }

    public int getNextBuildNumber() {
        return nextBuildNumber;
    }

    /** @return null if there is no such build */
    public RunT getBuildByNumber(int n) {
        return _getRuns().get(n);
    }

    /** @return null before the first build */
    public RunT getLastBuild() {
        SortedMap<Integer, ? extends RunT> runs = _getRuns();
        return runs.isEmpty() ? null : runs.get(runs.firstKey());
    }

    /** @return null if there is none */
    public RunT getLastCompletedBuild() {
        for (RunT run : _getRuns().values()) {
            if (!run.isBuilding()) {
                return run;
            }
        }
        return null;
    }

    /** @return null if there is none; an unstable build counts */
    public RunT getLastSuccessfulBuild() {
        for (RunT run : _getRuns().values()) {
            Result result = run.getResult();
            if (!run.isBuilding() && result != null && result.isBetterOrEqualTo(Result.UNSTABLE)) {
                return run;
            }
        }
        return null;
    }

    public boolean isBuilding() {
        RunT last = getLastBuild();
        return last != null && last.isBuilding();
    }

    public File getBuildDir() {
        return new File(getRootDir(), "builds");
    }

    /** The variables that tell a build what it belongs to. */
    public EnvVars getCharacteristicEnvVars() {
        EnvVars env = new EnvVars();
        env.put(
                "JENKINS_SERVER_COOKIE",
                "durable-" + Jenkins.get().getLegacyInstanceId().substring(0, 16));
        env.put("HUDSON_SERVER_COOKIE", env.get("JENKINS_SERVER_COOKIE"));
        env.put("JOB_NAME", getFullName());
        env.put("JOB_BASE_NAME", getName());
        return env;
    }

    /** @return the environment that every build of this job starts from */
    EnvVars baseEnvironment() {
        Jenkins jenkins = Jenkins.get();
        EnvVars env = new EnvVars(EnvVars.masterEnvVars);
        env.put("CI", "true");
        env.put("JENKINS_HOME", jenkins.getRootDir().getPath());
        env.put("HUDSON_HOME", jenkins.getRootDir().getPath());
        String root = jenkins.getRootUrl();
        if (root != null) {
            env.put("JENKINS_URL", root);
            env.put("HUDSON_URL", root);
            env.put("JOB_URL", root + getUrl());
            env.put("JOB_DISPLAY_URL", root + getUrl() + "display/redirect");
        }
        return env;
    }

    @Override
    public void onLoad(ItemGroup<? extends Item> newParent, String newName) throws IOException {
        super.onLoad(newParent, newName);
        SortedMap<Integer, ? extends RunT> runs = _getRuns();
        nextBuildNumber = runs.isEmpty() ? 1 : runs.firstKey() + 1;
    }
}
