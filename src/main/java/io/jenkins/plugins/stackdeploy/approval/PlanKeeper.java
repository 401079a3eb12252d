package io.jenkins.plugins.stackdeploy.approval;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.model.Run;
import java.io.IOException;
import java.util.Map;

/** What gates need of whoever makes plans. There is one. */
public abstract class PlanKeeper implements ExtensionPoint {
    /**
     * Reads a plan that a build step has written.
     *
     * @param workspace where the file is
     * @param file its path in the workspace
     * @return what is there, which need not be a plan
     * @throws hudson.AbortException when there is no such file, or it holds no JSON object; the message is for people
     * @throws IOException when the agent cannot be reached
     * @throws InterruptedException when the build is stopped meanwhile
     */
    public abstract Map<?, ?> read(FilePath workspace, String file) throws IOException, InterruptedException;

    /**
     * A gate has ended and did not approve a plan: nothing of it is to be left in the cloud. Called again where a crash may
     * have come between; what the gate shows is decided by then. Returns at once.
     *
     * @param run the build
     * @param digest the plan's
     */
    public abstract void dismiss(Run<?, ?> run, String digest);

    static PlanKeeper get() {
        return ExtensionList.lookupSingleton(PlanKeeper.class);
    }
}
