package io.jenkins.plugins.stackdeploy.approval;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.util.FormValidation;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What an administrator sets for the gates of all jobs: where webhooks may go. */
@Extension
@Symbol("stackDeployGates")
public class GateConfiguration extends GlobalConfiguration {
    private String allowedWebhooks;

    /** Loads what was saved. */
    public GateConfiguration() {
        load();
    }

    static GateConfiguration get() {
        return ExtensionList.lookupSingleton(GateConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.GateConfiguration_displayName();
    }

    /** Hosts and addresses that webhooks may go to, one a line, as {@link AllowedWebhook} reads them; null for anywhere. */
    public String getAllowedWebhooks() {
        return allowedWebhooks;
    }

    /** Replaces and saves them. */
    @DataBoundSetter
    public void setAllowedWebhooks(String allowedWebhooks) {
        List<String> lines = Lines.items(allowedWebhooks);
        this.allowedWebhooks = lines.isEmpty() ? null : String.join("\n", lines);
        save();
    }

    /** Whether a webhook may go to an address. Nothing is allowed by a line that is wrong. */
    boolean allows(String address) {
        List<String> lines = Lines.items(allowedWebhooks);
        return lines.isEmpty()
                || lines.stream()
                        .flatMap(line -> AllowedWebhook.of(line).stream())
                        .anyMatch(allowed -> allowed.allows(address));
    }

    /** Whether every line can be read. */
    @POST
    public FormValidation doCheckAllowedWebhooks(@QueryParameter String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        return Lines.items(value).stream()
                .filter(line -> AllowedWebhook.of(line).isEmpty())
                .findFirst()
                .map(line -> FormValidation.error(Messages.GateConfiguration_wrong(line)))
                .orElseGet(FormValidation::ok);
    }
}
