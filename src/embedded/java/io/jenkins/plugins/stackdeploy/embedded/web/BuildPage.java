package io.jenkins.plugins.stackdeploy.embedded.web;

import hudson.model.Action;
import hudson.model.Run;
import java.io.IOException;

/** The page of a build: the summaries of its actions, and links to their pages. */
final class BuildPage {
    private final Run<?, ?> run;
    private final Visitor visitor;

    BuildPage(Run<?, ?> run, Visitor visitor) {
        this.run = run;
        this.visitor = visitor;
    }

    String html() throws IOException {
        StringBuilder main = new StringBuilder("<h1>")
                .append(Markup.escape(run.getFullDisplayName()))
                .append("</h1>");
        for (Action action : run.getAllActions()) {
            if (JellyView.exists(action, "summary")) {
                main.append(JellyView.render(action, "summary").main());
            }
        }
        return Page.of(run.getFullDisplayName(), "", main.toString(), visitor);
    }
}
