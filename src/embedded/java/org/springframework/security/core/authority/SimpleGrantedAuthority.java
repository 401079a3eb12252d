package org.springframework.security.core.authority;

import org.springframework.security.core.GrantedAuthority;

/** An authority that is only a name. */
public final class SimpleGrantedAuthority implements GrantedAuthority {
    private static final long serialVersionUID = 1L;

    private final String role;

    public SimpleGrantedAuthority(String role) {
        this.role = role;
    }

    @Override
    public String getAuthority() {
        return role;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimpleGrantedAuthority that && role.equals(that.role);
    }

    @Override
    public int hashCode() {
        return role.hashCode();
    }

    @Override
    public String toString() {
        return role;
    }
}
