package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Item;
import hudson.model.Job;
import hudson.util.FormValidation;
import io.jenkins.plugins.stackdeploy.engine.Text;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;
import org.springframework.security.access.AccessDeniedException;

/** Says in a form whether a job can be started by the gate of another. */
final class DownstreamCheck {
    private DownstreamCheck() {}

    /**
     * Finds a job as the current user.
     *
     * @param name the job as seen from the folder of the other
     * @param other the job with the gate
     * @return null when there is none, or the user may not read it
     */
    static Item find(String name, Item other) {
        try {
            return Jenkins.get().getItem(name, other.getParent(), Item.class);
        } catch (AccessDeniedException discoverable) {
            // Jenkins refuses, rather than to find nothing, where somebody may know of a job and no more.
            return null;
        }
    }

    /**
     * Checks as the current user, who must be able to build the job: a gate must not be a way around that.
     *
     * @param name the job as seen from the folder of the other
     * @param configured the job with the gate
     */
    static FormValidation of(String name, Item configured) {
        String shown = Text.oneLine(name);
        Item item = find(name, configured);
        if (item == null) {
            return FormValidation.error(Messages.PostBuild_noSuchJob(shown));
        }
        if (!(item instanceof Job<?, ?>) || !(item instanceof ParameterizedJobMixIn.ParameterizedJob)) {
            return FormValidation.error(Messages.PostBuild_notBuildable(shown));
        }
        return item.hasPermission(Item.BUILD)
                ? FormValidation.ok()
                : FormValidation.error(Messages.PostBuild_noPermission(shown));
    }
}
