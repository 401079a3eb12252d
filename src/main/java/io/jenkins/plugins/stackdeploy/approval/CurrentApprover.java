package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import io.jenkins.plugins.stackdeploy.engine.Text;
import io.jenkins.plugins.stackdeploy.gate.Approver;
import jenkins.model.Jenkins;
import org.springframework.security.core.GrantedAuthority;

/** Who is asking: the user of the current request, with the groups and permissions of this moment. */
final class CurrentApprover {
    private CurrentApprover() {}

    /**
     * The current user; nobody for anonymous and for Jenkins itself, neither of which is a person.
     *
     * @param run what is to be decided upon
     */
    static Approver of(Run<?, ?> run) {
        User user = User.current();
        if (user == null || ACL.SYSTEM2.equals(Jenkins.getAuthentication2())) {
            return Approver.ANONYMOUS;
        }
        return new Approver(
                user.getId(),
                Text.oneLine(user.getDisplayName()),
                Jenkins.getAuthentication2().getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList(),
                Jenkins.get().hasPermission(Jenkins.ADMINISTER),
                run.getParent().hasPermission(GatePermissions.APPROVE));
    }
}
