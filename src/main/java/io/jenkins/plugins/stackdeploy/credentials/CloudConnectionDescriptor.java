package io.jenkins.plugins.stackdeploy.credentials;

import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.stackdeploy.ros.RpcEndpoint;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of connections have in common. */
public abstract class CloudConnectionDescriptor extends Descriptor<CloudConnection> {
    /** The regions that this version knows. */
    abstract List<String> knownRegions();

    /** Known regions; others may be typed. */
    @POST
    public ComboBoxModel doFillRegionItems() {
        boolean mayConfigure = Jenkins.get().hasPermission(Jenkins.ADMINISTER);
        return mayConfigure ? new ComboBoxModel(knownRegions()) : new ComboBoxModel();
    }

    /** A name is needed. */
    @POST
    public FormValidation doCheckName(@QueryParameter String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        return Util.fixEmptyAndTrim(value) == null
                ? FormValidation.error(Messages.Connection_nameMissing())
                : FormValidation.ok();
    }

    /** A host, or a URL without a path. */
    @POST
    public FormValidation doCheckEndpoint(@QueryParameter String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER) || Util.fixEmptyAndTrim(value) == null) {
            return FormValidation.ok();
        }
        try {
            return RpcEndpoint.parse(value).https()
                    ? FormValidation.ok()
                    : FormValidation.warning(Messages.Connection_notEncrypted());
        } catch (IllegalArgumentException invalid) {
            return FormValidation.error(invalid.getMessage());
        }
    }

    /** As {@link #doCheckEndpoint}. */
    @POST
    public FormValidation doCheckStsEndpoint(@QueryParameter String value) {
        return doCheckEndpoint(value);
    }

    /** A number from 1 up. */
    @POST
    public FormValidation doCheckCallsPerMinute(@QueryParameter String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        return Util.fixEmptyAndTrim(value) == null
                ? FormValidation.ok()
                : FormValidation.validatePositiveInteger(value);
    }
}
