package io.jenkins.plugins.stackdeploy.report;

import hudson.model.Run;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * What the page of the deployments asks for, again and again.
 *
 * @param building whether the build goes on, so that there may be more
 * @param now the controller's time in milliseconds, since the browser's clock may differ
 * @param deployments in the order in which they began
 */
record DeploymentsData(boolean building, long now, List<DeploymentView> deployments) {
    /** Answers with the data of a build, or says that nothing has changed. */
    static void answer(Run<?, ?> run, HttpServletRequest request, HttpServletResponse response) throws IOException {
        BuildDeployments deployments = new BuildDeployments(run);
        boolean building = run.isBuilding();
        String tag = '"' + deployments.version() + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (isKnown(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        DeploymentsData data = new DeploymentsData(building, System.currentTimeMillis(), deployments.views());
        byte[] json = ReportJson.MAPPER.writeValueAsBytes(data);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    /** Proxies that compress make a tag a weak one. */
    private static boolean isKnown(String header, String tag) {
        return header != null && (header.equals(tag) || header.equals("W/" + tag));
    }
}
