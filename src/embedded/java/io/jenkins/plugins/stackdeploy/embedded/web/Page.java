package io.jenkins.plugins.stackdeploy.embedded.web;

import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.stackdeploy.approval.GateResource;
import io.jenkins.plugins.stackdeploy.approval.GatesAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;

/** The page of gates without Jenkins' frame: the same element, script, styles and texts as its Jelly view has. */
final class Page {
    private static final String PACKAGE = "io/jenkins/plugins/stackdeploy/approval/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";

    private Page() {}

    static void show(Exchange exchange, Object node, Run<?, ?> run, String crumb) {
        String status;
        if (node instanceof GatesAction gates) {
            status = gates.getStatusUrl();
        } else if (node instanceof GateResource gate) {
            status = gate.getStatusUrl();
        } else {
            exchange.text(404, "Not found");
            return;
        }
        exchange.set("Content-Security-Policy", POLICY);
        exchange.answer(200, "text/html;charset=UTF-8", html(run, status, crumb).getBytes(StandardCharsets.UTF_8));
    }

    private static String html(Run<?, ?> run, String status, String crumb) {
        User user = User.current();
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head data-crumb-header="%s" data-crumb-value="%s">
                <meta charset="utf-8">
                <title>%s</title>
                <link rel="stylesheet" href="/adjuncts/%sgates.css">
                <script src="/adjuncts/%4$sgates.js"></script>
                </head>
                <body>
                <p>%5$s <a href="/login">log in</a></p>
                <h1>%3$s</h1>
                <div class="stack-deploy-gates" data-status="/%6$s" data-gates="/%7$sgates/" %8$s></div>
                </body>
                </html>
                """.formatted(
                        Router.CRUMB_HEADER,
                        crumb,
                        escape(run.getFullDisplayName()),
                        PACKAGE,
                        user == null ? "anonymous" : escape(user.getDisplayName()),
                        escape(status),
                        escape(run.getUrl()),
                        texts());
    }

    private static String texts() {
        ResourceBundle bundle = ResourceBundle.getBundle(PACKAGE.replace('/', '.') + "GatesAction.gates", Locale.ROOT);
        StringBuilder attributes = new StringBuilder();
        for (String key : new TreeSet<>(bundle.keySet())) {
            String name = key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            attributes
                    .append(" data-text-")
                    .append(name)
                    .append("=\"")
                    .append(escape(bundle.getString(key)))
                    .append('"');
        }
        return attributes.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
