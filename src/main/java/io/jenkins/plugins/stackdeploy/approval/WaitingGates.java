package io.jenkins.plugins.stackdeploy.approval;

import hudson.Extension;
import hudson.model.RootAction;
import io.jenkins.plugins.stackdeploy.report.PageTexts;
import jenkins.management.Badge;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;

/** All gates of this Jenkins that wait, for whoever may see them, at {@code /waiting-gates/}. */
@Extension
public class WaitingGates implements RootAction, StaplerProxy {
    /** Where it is below Jenkins' root. */
    static final String URL = "waiting-gates";

    /** Nothing is linked for those who would see nothing. */
    @Override
    public String getIconFileName() {
        return WaitingView.visible().findAny().isPresent() ? "symbol-people" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.WaitingGates_displayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /** How many of them wait for the current user; null for none. */
    @Override
    public Badge getBadge() {
        long mine = WaitingView.visible().filter(WaitingView::isMine).count();
        return mine == 0
                ? null
                : new Badge(String.valueOf(mine), Messages.WaitingGates_badge(mine), Badge.Severity.WARNING);
    }

    /** In the header of every page: it is there only while somebody is waited for. */
    @Override
    public boolean isPrimaryAction() {
        return true;
    }

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(Jenkins.READ);
        return this;
    }

    /** The texts of the page's script as a JSON object, in the language of whoever asks. */
    public String getTexts() {
        return PageTexts.json(Messages.class, "Waiting.");
    }

    /** The gates as JSON; changes nothing. */
    @GET
    public HttpResponse doStatus(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.READ);
        return JsonAnswer.ofState(WaitingView.all());
    }
}
