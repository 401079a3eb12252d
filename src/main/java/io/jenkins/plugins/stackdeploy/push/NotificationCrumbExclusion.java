package io.jenkins.plugins.stackdeploy.push;

import hudson.Extension;
import hudson.security.csrf.CrumbExclusion;
import io.jenkins.plugins.stackdeploy.credentials.NotificationAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A cloud has no crumb. What it may do without one is to have the watcher look earlier. */
@Extension
public class NotificationCrumbExclusion extends CrumbExclusion {
    private static final String BELOW = "/" + NotificationAddress.PATH + "/";

    @Override
    public boolean process(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getPathInfo();
        if (path == null || !path.startsWith(BELOW)) {
            return false;
        }
        chain.doFilter(request, response);
        return true;
    }
}
