package org.springframework.security.core.context;

import java.io.Serializable;
import org.springframework.security.core.Authentication;

/** Who the current thread acts for. */
public interface SecurityContext extends Serializable {
    /** @return null if nobody was named */
    Authentication getAuthentication();

    void setAuthentication(Authentication authentication);
}
