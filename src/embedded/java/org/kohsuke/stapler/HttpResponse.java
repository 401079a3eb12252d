package org.kohsuke.stapler;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** An answer as an object. */
public interface HttpResponse {
    /** @param node the object that the URL led to */
    default void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
            throws IOException, ServletException {
        throw new AbstractMethodError(getClass() + " has no answer");
    }
}
