package org.springframework.security.authentication;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Somebody who logged in with a name. */
public class UsernamePasswordAuthenticationToken implements Authentication {
    private static final long serialVersionUID = 1L;

    private final Serialized principal;
    private final List<GrantedAuthority> authorities;

    private record Serialized(String name) implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** @param credentials not kept */
    public UsernamePasswordAuthenticationToken(
            Object principal, Object credentials, Collection<? extends GrantedAuthority> authorities) {
        this.principal = new Serialized(principal.toString());
        this.authorities = List.copyOf(authorities);
    }

    @Override
    public String getName() {
        return principal.name();
    }

    @Override
    public Collection<GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getDetails() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return principal.name();
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean isAuthenticated) {
        if (isAuthenticated) {
            throw new IllegalArgumentException("Only the constructor makes this token trusted");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UsernamePasswordAuthenticationToken that
                && principal.equals(that.principal)
                && authorities.equals(that.authorities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(principal, authorities);
    }

    @Override
    public String toString() {
        return getName();
    }
}
