package io.jenkins.plugins.stackdeploy.health;

import hudson.Extension;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import io.jenkins.plugins.stackdeploy.approval.GateService;
import io.jenkins.plugins.stackdeploy.approval.JsonAnswer;
import io.jenkins.plugins.stackdeploy.report.PageTexts;
import io.jenkins.plugins.stackdeploy.steps.DeployService;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.GET;

/**
 * <i>Manage Jenkins » Stack Deploy</i>: what waits, what is called and what is throttled, at {@code …/manage/stack-deploy/};
 * its data at {@code data}. Only reads.
 */
@Extension
public class HealthLink extends ManagementLink implements StaplerProxy {
    @Override
    public String getIconFileName() {
        return "symbol-cloud";
    }

    @Override
    public String getDisplayName() {
        return Messages.HealthLink_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.HealthLink_description();
    }

    @Override
    public String getUrlName() {
        return "stack-deploy";
    }

    @Override
    public Category getCategory() {
        return Category.STATUS;
    }

    /** Either of the two that see the page will do, but a link can name one alone. */
    @Override
    public Permission getRequiredPermission() {
        return Jenkins.get().hasPermission(Jenkins.MANAGE) ? Jenkins.MANAGE : Jenkins.SYSTEM_READ;
    }

    /** Whoever may not see how Jenkins is sees nothing below, whichever way the request came. */
    @Override
    public Object getTarget() {
        Jenkins.get().checkAnyPermission(Jenkins.MANAGE, Jenkins.SYSTEM_READ);
        return this;
    }

    /** The texts of the page's script as a JSON object, in the language of whoever asks. */
    public String getTexts() {
        return PageTexts.json(Messages.class, "Page.");
    }

    /** All that the page shows, as JSON; changes nothing. */
    @GET
    public HttpResponse doData() {
        Jenkins.get().checkAnyPermission(Jenkins.MANAGE, Jenkins.SYSTEM_READ);
        DeployService service = DeployService.get();
        return JsonAnswer.ofState(
                HealthView.of(service.watcher().snapshot(), service.statistics(), GateService.openGates()));
    }
}
