package hudson.security;

import hudson.model.AbstractItem;
import hudson.model.Job;

/** Decides who may do what. */
public abstract class AuthorizationStrategy {
    /** Everybody may do everything. */
    public static final AuthorizationStrategy UNSECURED = new AuthorizationStrategy() {
        @Override
        public ACL getRootACL() {
            return ACL.lambda2((a, p) -> true);
        }
    };

    public abstract ACL getRootACL();

    public ACL getACL(Job<?, ?> project) {
        return getRootACL();
    }

    public ACL getACL(AbstractItem item) {
        return item instanceof Job<?, ?> job ? getACL(job) : getRootACL();
    }
}
