package hudson.security;

import org.springframework.security.core.Authentication;

/** Something that not everybody may use. */
public interface AccessControlled {
    ACL getACL();

    /** @throws AccessDeniedException3 if the current user lacks the permission */
    default void checkPermission(Permission permission) {
        getACL().checkPermission(permission);
    }

    default boolean hasPermission(Permission permission) {
        return getACL().hasPermission(permission);
    }

    default boolean hasAnyPermission(Permission... permissions) {
        return getACL().hasAnyPermission(permissions);
    }

    /** @throws AccessDeniedException3 if the current user has none of the permissions */
    default void checkAnyPermission(Permission... permissions) {
        getACL().checkAnyPermission(permissions);
    }

    default boolean hasPermission2(Authentication a, Permission permission) {
        return a.equals(ACL.SYSTEM2) || getACL().hasPermission2(a, permission);
    }
}
