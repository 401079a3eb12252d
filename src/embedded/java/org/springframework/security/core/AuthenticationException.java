package org.springframework.security.core;

/** Somebody could not be authenticated. */
public abstract class AuthenticationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected AuthenticationException(String msg) {
        super(msg);
    }
}
