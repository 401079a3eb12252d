package io.jenkins.plugins.stackdeploy.pages;

import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;

/** Access control under which only the system itself may do anything. */
final class Nobody extends AuthorizationStrategy {
    static final AuthorizationStrategy MAY_DO_ANYTHING = new Nobody();

    private Nobody() {}

    @Override
    public ACL getRootACL() {
        return ACL.lambda2((authentication, permission) -> false);
    }
}
