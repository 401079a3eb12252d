package io.jenkins.plugins.stackdeploy.approval;

import hudson.console.HyperlinkNote;
import hudson.model.Run;
import jenkins.model.Jenkins;

/** Where a gate is decided. */
final class GateLinks {
    private GateLinks() {}

    /** The page below Jenkins' root. */
    static String path(Run<?, ?> run, String id) {
        return run.getUrl() + GatesAction.URL + "/" + id + "/";
    }

    /** The whole address where Jenkins knows its own, else the path below its root. */
    static String address(Run<?, ?> run, String id) {
        String root = Jenkins.get().getRootUrl();
        return (root == null ? "/" : root) + path(run, id);
    }

    /** A link for a build's log. */
    static String note(Run<?, ?> run, String id) {
        return HyperlinkNote.encodeTo("/" + path(run, id), address(run, id));
    }
}
