package io.jenkins.plugins.stackdeploy.embedded.web;

import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.RootAction;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import jenkins.model.Jenkins;

/** The start page: all builds, the newest first, with the pages of their actions. */
final class Overview {
    private final Visitor visitor;

    Overview(Visitor visitor) {
        this.visitor = visitor;
    }

    String html() {
        StringBuilder main = new StringBuilder("<h1>Builds</h1>");
        for (RootAction action : ExtensionList.lookup(RootAction.class)) {
            if (action.getIconFileName() != null) {
                main.append("<p>")
                        .append(link(action.getUrlName() + "/", action.getDisplayName()))
                        .append("</p>");
            }
        }
        main.append("<ul>");
        for (TopLevelItem item : Jenkins.get().getItems()) {
            if (item instanceof Job<?, ?> job && item.hasPermission(Item.READ)) {
                for (int number = job.getNextBuildNumber() - 1; number > 0; number--) {
                    Run<?, ?> run = job.getBuildByNumber(number);
                    if (run != null) {
                        main.append(line(run));
                    }
                }
            }
        }
        return Page.of("Jenkins (stand-in)", "", main.append("</ul>").toString(), visitor);
    }

    private static String line(Run<?, ?> run) {
        StringBuilder line = new StringBuilder("<li>").append(link(run.getUrl(), run.getFullDisplayName()));
        for (Action action : run.getAllActions()) {
            if (action.getUrlName() != null && action.getIconFileName() != null) {
                line.append(" \u00b7 ").append(link(run.getUrl() + action.getUrlName() + "/", action.getDisplayName()));
            }
        }
        return line.append("</li>").toString();
    }

    private static String link(String url, String text) {
        return "<a href=\"/" + Markup.escape(url) + "\">" + Markup.escape(text) + "</a>";
    }
}
