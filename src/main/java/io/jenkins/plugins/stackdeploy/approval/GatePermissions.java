package io.jenkins.plugins.stackdeploy.approval;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;

/**
 * The permission to decide at gates, to be granted for all of Jenkins, a folder or a job.
 *
 * <p>Neither Job/Build nor Job/Configure brings it. Administrators have every permission, as the pages that grant
 * permissions expect; a gate with rules counts their approval only where a rule names them, or where the gate says so.
 */
public final class GatePermissions {
    /** The group that the permission is shown in. */
    public static final PermissionGroup GROUP =
            new PermissionGroup(GatePermissions.class, Messages._GatePermissions_group());

    /** Decide at gates: approve and reject. */
    public static final Permission APPROVE = new Permission(
            GROUP, "Approve", Messages._GatePermissions_approve(), Jenkins.ADMINISTER, PermissionScope.ITEM);

    private GatePermissions() {}

    /** Makes the permission known before the authorization strategy is read, which may name it. */
    @Initializer(after = InitMilestone.PLUGINS_STARTED, before = InitMilestone.EXTENSIONS_AUGMENTED, fatal = false)
    public static void register() {
        GROUP.getId();
    }
}
