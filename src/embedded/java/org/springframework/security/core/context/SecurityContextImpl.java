package org.springframework.security.core.context;

import org.springframework.security.core.Authentication;

/** Holds one {@link Authentication}. */
public class SecurityContextImpl implements SecurityContext {
    private static final long serialVersionUID = 1L;

    private Authentication authentication;

    @Override
    public Authentication getAuthentication() {
        return authentication;
    }

    @Override
    public void setAuthentication(Authentication authentication) {
        this.authentication = authentication;
    }
}
