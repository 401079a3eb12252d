package org.springframework.security.core;

import java.io.Serializable;

/** A group or role that somebody has. */
public interface GrantedAuthority extends Serializable {
    String getAuthority();
}
