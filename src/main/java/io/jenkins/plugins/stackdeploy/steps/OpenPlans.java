package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.Run;
import io.jenkins.plugins.stackdeploy.report.BuildIndex;
import java.io.IOException;
import java.util.Map;

/** Which builds have planned something that may still wait to be deployed. */
final class OpenPlans {
    private final BuildIndex index = new BuildIndex("open-plans");

    /**
     * Notes a plan before anything is done for it.
     *
     * @param run the build
     * @param id the planning's id in the build
     */
    void add(Run<?, ?> run, String id) throws IOException {
        index.add(run, id);
    }

    /** Forgets a plan of which nothing is left to be removed. */
    void remove(String id) throws IOException {
        index.remove(id);
    }

    /** Follows a job to another name. */
    void rename(String oldFullName, String newFullName) throws IOException {
        index.rename(oldFullName, newFullName);
    }

    /**
     * All that are noted.
     *
     * @return the builds' externalizable ids by the plannings'
     */
    Map<String, String> all() throws IOException {
        return index.all();
    }
}
