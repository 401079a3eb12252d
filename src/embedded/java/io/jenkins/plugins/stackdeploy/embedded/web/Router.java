package io.jenkins.plugins.stackdeploy.embedded.web;

import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ManagementLink;
import hudson.model.RootAction;
import hudson.model.Run;
import hudson.security.csrf.CrumbExclusion;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.StaplerProxy;

/** Walks along a URL from object to object, as Stapler does, until something answers. */
final class Router {
    private final WebRequest request;
    private final WebResponse response;
    private final Visitor visitor;

    Router(WebRequest request, WebResponse response, Visitor visitor) {
        this.request = request;
        this.response = response;
        this.visitor = visitor;
    }

    void route() throws IOException {
        if (request.isPost() && !request.hasCrumb(visitor.crumb()) && !passesWithoutCrumb()) {
            response.error(403, "No valid crumb was included in the request");
            return;
        }
        Object node = Jenkins.get();
        List<String> steps = request.steps();
        for (int index = 0; index < steps.size(); index++) {
            node = node instanceof StaplerProxy proxy ? proxy.getTarget() : node;
            String step = steps.get(index);
            request.restOfPath(steps.subList(index, steps.size()));
            if (node instanceof Jenkins && step.equals("manage") && index + 1 < steps.size()) {
                continue;
            }
            if (node instanceof Jenkins && step.equals("job") && index + 1 < steps.size()) {
                index++;
                node = item(steps.get(index));
            } else {
                boolean last = index == steps.size() - 1;
                if (last && WebMethod.answers(node, step, request, response)) {
                    return;
                }
                Object next = next(node, step);
                if (next == null && WebMethod.answersAnything(node, request, response)) {
                    return;
                }
                node = next;
            }
            if (node == null) {
                response.error(404, "Nothing is at " + request.path());
                return;
            }
        }
        show(node instanceof StaplerProxy proxy ? proxy.getTarget() : node);
    }

    private boolean passesWithoutCrumb() throws IOException {
        boolean[] passed = new boolean[1];
        try {
            for (CrumbExclusion each : CrumbExclusion.all()) {
                if (each.process(request.asStapler(), response.asStapler(), (on, to) -> passed[0] = true)) {
                    return passed[0];
                }
            }
        } catch (ServletException failed) {
            throw new IOException(failed);
        }
        return false;
    }

    private static Object item(String name) {
        Item item = Jenkins.get().getItem(name);
        return item != null && item.hasPermission(Item.READ) ? item : null;
    }

    private static Object next(Object node, String step) {
        if (node instanceof Job<?, ?> job && step.matches("\\d{1,9}")) {
            return job.getBuildByNumber(Integer.parseInt(step));
        }
        if (node instanceof Actionable actionable) {
            return action(actionable.getAllActions(), step);
        }
        if (node instanceof Jenkins) {
            Action link = action(ManagementLink.all(), step);
            return link == null ? action(ExtensionList.lookup(RootAction.class), step) : link;
        }
        return WebMethod.child(node, step);
    }

    private static Action action(List<? extends Action> actions, String step) {
        for (Action action : actions) {
            if (step.equals(action.getUrlName())) {
                return action;
            }
        }
        return null;
    }

    private void show(Object node) throws IOException {
        if (!request.path().endsWith("/")) {
            response.redirect(request.path() + "/");
        } else if (node instanceof Run<?, ?> run) {
            response.html(new BuildPage(run, visitor).html());
        } else if (node instanceof Job<?, ?> || node instanceof Jenkins) {
            response.html(new Overview(visitor).html());
        } else if (!JellyView.exists(node, "index")) {
            response.error(404, "Nothing is at " + request.path());
        } else {
            response.html(Page.of(JellyView.render(node, "index"), visitor));
        }
    }
}
