package io.jenkins.plugins.stackdeploy.embedded.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponses;

/** Answers requests for pages and web methods: finds out who asks, in which language, and hands over to {@link Router}. */
final class Site implements HttpHandler {
    private static final Logger LOGGER = Logger.getLogger(Site.class.getName());

    /** Stricter than Jenkins': nothing inline at all, so that a text that became markup could still do nothing. */
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            WebRequest request = WebRequest.read(exchange);
            WebResponse response = new WebResponse();
            Visitor visitor = Visitor.of(request);
            visitor.remember(response);
            response.header("Content-Security-Policy", POLICY);
            RequestLocale.begin(request.header("Accept-Language"));
            try (ACLContext as = ACL.as2(visitor.authentication())) {
                answer(request, response, visitor);
            } finally {
                RequestLocale.end();
            }
            response.send(exchange);
        }
    }

    private static void answer(WebRequest request, WebResponse response, Visitor visitor) throws IOException {
        if (Jenkins.getInstanceOrNull() == null) {
            response.error(503, "Jenkins has been shut down");
            return;
        }
        try {
            new Router(request, response, visitor).route();
        } catch (AccessDeniedException3 denied) {
            response.error(403, denied.getMessage());
        } catch (HttpResponses.HttpResponseException answer) {
            response.take(answer, request);
        } catch (IOException | RuntimeException failed) {
            LOGGER.log(Level.WARNING, "A request failed: " + request.path(), failed);
            response.error(500, "Oops: the log of the process tells more");
        }
    }
}
