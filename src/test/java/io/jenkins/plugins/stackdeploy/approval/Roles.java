package io.jenkins.plugins.stackdeploy.approval;

import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import java.util.List;
import java.util.Map;

/** Permissions by user, with what they imply, as a matrix or role strategy has them. */
final class Roles extends AuthorizationStrategy {
    private final Map<String, List<Permission>> granted;

    Roles(Map<String, List<Permission>> granted) {
        this.granted = granted;
    }

    @Override
    public ACL getRootACL() {
        return ACL.lambda2((who, what) -> {
            List<Permission> own = granted.getOrDefault(who.getName(), List.of());
            for (Permission each = what; each != null; each = each.impliedBy) {
                if (own.contains(each)) {
                    return true;
                }
            }
            return false;
        });
    }
}
