package io.jenkins.plugins.stackdeploy.embedded.cps;

import hudson.AbortException;
import hudson.Util;
import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.io.Serializable;

/** {@code currentBuild}: what a script may read and change of its build. */
public final class CurrentBuild implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ExecutionHandle handle;

    CurrentBuild(ExecutionHandle handle) {
        this.handle = handle;
    }

    private Run<?, ?> run() {
        return handle.execution().owner().run();
    }

    /** @return null while nothing went wrong */
    public String getResult() {
        Result result = run().getResult();
        return result == null ? null : result.toString();
    }

    /** @return {@code SUCCESS} while nothing went wrong */
    public String getCurrentResult() {
        Result result = run().getResult();
        return result == null ? Result.SUCCESS.toString() : result.toString();
    }

    /** Worsens the result; a better one than the present is not taken. */
    public void setResult(String result) throws AbortException {
        Result parsed = Result.fromString(result);
        if (!parsed.toString().equalsIgnoreCase(result)) {
            throw new AbortException("currentBuild.result cannot be '" + result
                    + "': use SUCCESS, UNSTABLE, FAILURE, NOT_BUILT or ABORTED");
        }
        handle.execution().worsenResult(parsed);
    }

    public boolean resultIsBetterOrEqualTo(String other) {
        return Result.fromString(getCurrentResult()).isBetterOrEqualTo(Result.fromString(other));
    }

    public boolean resultIsWorseOrEqualTo(String other) {
        return Result.fromString(getCurrentResult()).isWorseOrEqualTo(Result.fromString(other));
    }

    public String getDescription() {
        return run().getDescription();
    }

    public void setDescription(String description) throws IOException {
        run().setDescription(description);
    }

    public String getDisplayName() {
        return run().getDisplayName();
    }

    public void setDisplayName(String name) throws IOException {
        run().setDisplayName(name);
    }

    public int getNumber() {
        return run().getNumber();
    }

    public String getId() {
        return run().getId();
    }

    public String getFullDisplayName() {
        return run().getFullDisplayName();
    }

    public String getProjectName() {
        return run().getParent().getName();
    }

    public String getFullProjectName() {
        return run().getParent().getFullName();
    }

    /** @return milliseconds since the build was started */
    public long getDuration() {
        return System.currentTimeMillis() - run().getStartTimeInMillis();
    }

    public String getDurationString() {
        return Util.getTimeSpanString(getDuration()) + " and counting";
    }

    /** @return null for the first build */
    public String getPreviousResult() {
        Run<?, ?> previous = run().getPreviousCompletedBuild();
        return previous == null ? null : String.valueOf(previous.getResult());
    }
}
