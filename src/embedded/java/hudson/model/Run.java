package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.XmlFile;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;
import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** One build of a job. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot, DescriptorByNameOwner {
    public static final XStream2 XSTREAM2 = new XStream2();
    public static final PermissionGroup PERMISSIONS =
            new PermissionGroup(Run.class, new Localizable(ResourceBundleHolder.get(PermissionGroup.class), "run"));
    public static final Permission DELETE =
            new Permission(PERMISSIONS, "Delete", null, Permission.DELETE, PermissionScope.RUN);
    public static final Permission UPDATE =
            new Permission(PERMISSIONS, "Update", null, Permission.UPDATE, PermissionScope.RUN);

    protected final transient JobT project;
    public transient int number;
    protected long timestamp;
    protected long duration;
    protected volatile Result result;
    protected volatile String description;
    private volatile String displayName;

    protected Run(JobT project) throws IOException {
        this(project, System.currentTimeMillis());
        number = project.assignBuildNumber();
        Files.createDirectories(getRootDir().toPath());
    }

    /** A build started at the given moment. */
    protected Run(JobT project, long timestamp) {
        this.project = project;
        this.timestamp = timestamp;
    }

    /** A build read from its folder. */
    protected Run(JobT project, File buildDir) throws IOException {
        this(project, 0);
        number = Integer.parseInt(buildDir.getName());
        reload();
    }

    public void reload() throws IOException {
        getDataFile().unmarshal(this);
        for (Action action : getActions()) {
            if (action instanceof RunAction2 aware) {
                aware.onLoad(this);
            }
        }
    }

    public JobT getParent() {
        return project;
    }

    public int getNumber() {
        return number;
    }

    public String getId() {
        return Integer.toString(number);
    }

    /** @return null while nothing was decided */
    public Result getResult() {
        return result;
    }

    /** Sets the result unless a worse one is already set. */
    public void setResult(Result r) {
        if (result == null || r.isWorseThan(result)) {
            result = r;
        }
    }

    public boolean isBuilding() {
        return hasntStartedYet() || result == null || isInProgress();
    }

    public boolean isInProgress() {
        return result == null;
    }

    public boolean hasntStartedYet() {
        return false;
    }

    @Override
    public void addAction(Action action) {
        super.addAction(action);
        if (action instanceof RunAction2 aware) {
            aware.onAttached(this);
        }
    }

    public List<Cause> getCauses() {
        CauseAction action = getAction(CauseAction.class);
        return action == null ? Collections.emptyList() : Collections.unmodifiableList(action.getCauses());
    }

    /** @return the first cause of this type, or null */
    public <T extends Cause> T getCause(Class<T> type) {
        for (Cause cause : getCauses()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** The job's variables, this build's own and those that actions contribute. */
    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = project.baseEnvironment();
        env.putAll(getCharacteristicEnvVars());
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            env.put("BUILD_URL", root + getUrl());
            env.put("RUN_DISPLAY_URL", root + getUrl() + "display/redirect");
        }
        for (EnvironmentContributingAction action : getActions(EnvironmentContributingAction.class)) {
            action.buildEnvironment(this, env);
        }
        return env;
    }

    public final EnvVars getCharacteristicEnvVars() {
        EnvVars env = project.getCharacteristicEnvVars();
        env.put("BUILD_NUMBER", Integer.toString(number));
        env.put("BUILD_ID", getId());
        env.put("BUILD_TAG", "jenkins-" + project.getFullName().replace('/', '-') + '-' + number);
        env.put("BUILD_DISPLAY_NAME", getDisplayName());
        return env;
    }

    @Override
    public File getRootDir() {
        return new File(project.getBuildDir(), getId());
    }

    public File getLogFile() {
        return new File(getRootDir(), "log");
    }

    public InputStream getLogInputStream() throws IOException {
        return getLogFile().exists() ? Files.newInputStream(getLogFile().toPath()) : InputStream.nullInputStream();
    }

    public Reader getLogReader() throws IOException {
        return new InputStreamReader(getLogInputStream(), getCharset());
    }

    public final Charset getCharset() {
        return StandardCharsets.UTF_8;
    }

    /** @return the last lines of the log, oldest first */
    public List<String> getLog(int maxLines) throws IOException {
        List<String> lines = getLog().lines().toList();
        return new ArrayList<>(lines.subList(Math.max(0, lines.size() - maxLines), lines.size()));
    }

    /** @return the whole console log */
    public String getLog() throws IOException {
        try (InputStream in = getLogInputStream()) {
            return new String(in.readAllBytes(), getCharset());
        }
    }

    @Override
    public String getDisplayName() {
        return displayName == null ? "#" + number : displayName;
    }

    /** @param value null for the number again */
    public void setDisplayName(String value) throws IOException {
        displayName = value;
        save();
    }

    public String getFullDisplayName() {
        return project.getFullDisplayName() + ' ' + getDisplayName();
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) throws IOException {
        this.description = description;
        save();
    }

    /** @return the URL below Jenkins' root, ending with a slash */
    public String getUrl() {
        return project.getUrl() + number + '/';
    }

    public final String getAbsoluteUrl() {
        return project.getAbsoluteUrl() + number + '/';
    }

    /** @return {@code job/name#number} in the form that {@link #fromExternalizableId} reads */
    public String getExternalizableId() {
        return project.getFullName() + "#" + number;
    }

    /**
     * @return null if the job or the build is gone, or not visible to the caller
     * @throws IllegalArgumentException if the text is not an id
     */
    public static Run<?, ?> fromExternalizableId(String id) {
        int hash = id.lastIndexOf('#');
        if (hash <= 0) {
            throw new IllegalArgumentException("Invalid id");
        }
        int number;
        try {
            number = Integer.parseInt(id.substring(hash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(e);
        }
        Item item = Jenkins.get().getItemByFullName(id.substring(0, hash));
        return item instanceof Job<?, ?> job ? job.getBuildByNumber(number) : null;
    }

    @SuppressWarnings("JavaUtilDate") // as in Jenkins
    public final Date getTime() {
        return new Date(timestamp);
    }

    /** @return milliseconds since 1970 */
    public final long getTimeInMillis() {
        return timestamp;
    }

    public final long getStartTimeInMillis() {
        return timestamp;
    }

    /** @return milliseconds */
    public long getDuration() {
        return duration;
    }

    public RunT getPreviousBuild() {
        for (int n = number - 1; n > 0; n--) {
            RunT run = project.getBuildByNumber(n);
            if (run != null) {
                return run;
            }
        }
        return null;
    }

    public final RunT getPreviousCompletedBuild() {
        RunT run = getPreviousBuild();
        while (run != null && run.isBuilding()) {
            run = run.getPreviousBuild();
        }
        return run;
    }

    @Override
    public ACL getACL() {
        return project.getACL();
    }

    private XmlFile getDataFile() {
        return new XmlFile(XSTREAM2, new File(getRootDir(), "build.xml"));
    }

    @Override
    public synchronized void save() throws IOException {
        getDataFile().write(this);
    }

    /** Deletes the build with all its files. */
    public void delete() throws IOException {
        RunListener.fireDeleted(this);
        project.removeRun((RunT) this);
        try {
            new FilePath(getRootDir()).deleteRecursive();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public int compareTo(RunT that) {
        return Integer.compare(number, that.number);
    }

    @Override
    public String toString() {
        return project.getFullName() + " #" + number;
    }
}
