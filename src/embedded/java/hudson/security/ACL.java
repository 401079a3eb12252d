package hudson.security;

import hudson.model.User;
import java.util.List;
import java.util.function.BiFunction;
import jenkins.model.Jenkins;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who may do what with one thing. */
public abstract class ACL {
    public static final String ANONYMOUS_USERNAME = "anonymous";
    public static final String SYSTEM_USERNAME = "SYSTEM";
    /** Jenkins itself, which may do everything. */
    public static final Authentication SYSTEM2 =
            new UsernamePasswordAuthenticationToken(SYSTEM_USERNAME, SYSTEM_USERNAME, List.of());

    /** Decides; asked for the system too, unlike {@link #hasPermission}. */
    public boolean hasPermission2(Authentication a, Permission permission) {
        throw new AbstractMethodError(getClass() + " decides nothing");
    }

    /** @return whether the current user has the permission; the system always has */
    public final boolean hasPermission(Permission p) {
        Authentication a = Jenkins.getAuthentication2();
        return a.equals(SYSTEM2) || hasPermission2(a, p);
    }

    public final boolean hasAnyPermission(Permission... permissions) {
        for (Permission permission : permissions) {
            if (hasPermission(permission)) {
                return true;
            }
        }
        return false;
    }

    /** @throws AccessDeniedException3 if the current user lacks the permission */
    public final void checkPermission(Permission p) {
        if (!hasPermission(p)) {
            throw new AccessDeniedException3(Jenkins.getAuthentication2(), p);
        }
    }

    /** @throws AccessDeniedException3 if the current user has none of the permissions; it names the last */
    public final void checkAnyPermission(Permission... permissions) {
        if (!hasAnyPermission(permissions)) {
            throw new AccessDeniedException3(Jenkins.getAuthentication2(), permissions[permissions.length - 1]);
        }
    }

    /** An access control list that is a function. */
    public static ACL lambda2(BiFunction<Authentication, Permission, Boolean> impl) {
        return new ACL() {
            @Override
            public boolean hasPermission2(Authentication a, Permission permission) {
                return impl.apply(a, permission);
            }
        };
    }

    /** Acts as somebody else until the answer is closed. */
    public static ACLContext as2(Authentication auth) {
        SecurityContext previous = SecurityContextHolder.getContext();
        SecurityContext fresh = SecurityContextHolder.createEmptyContext();
        fresh.setAuthentication(auth);
        SecurityContextHolder.setContext(fresh);
        return new ACLContext(previous);
    }

    /** @param user null for nobody */
    public static ACLContext as(User user) {
        return as2(user == null ? Jenkins.ANONYMOUS2 : user.impersonate2());
    }

    public static boolean isAnonymous2(Authentication authentication) {
        return authentication.equals(Jenkins.ANONYMOUS2);
    }
}
