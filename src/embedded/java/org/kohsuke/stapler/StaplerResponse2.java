package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A response with what Stapler adds to it. */
public interface StaplerResponse2 extends HttpServletResponse {
    /** Redirects, also to an address relative to the request's. */
    void sendRedirect2(String url) throws IOException;
}
