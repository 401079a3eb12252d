package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.util.Secret;
import io.jenkins.plugins.stackdeploy.embedded.log.LineOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;

/** Shows four stars in place of secrets. */
final class MaskingFilter extends ConsoleLogFilter implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Secret> secrets;

    MaskingFilter(Collection<Secret> secrets) {
        this.secrets = new ArrayList<>(secrets);
        this.secrets.removeIf(secret -> secret.getPlainText().isEmpty());
        // The longest first: a secret may be a part of another one.
        this.secrets.sort(
                Comparator.comparingInt((Secret secret) -> secret.getPlainText().length())
                        .reversed());
    }

    @Override
    public OutputStream decorateLogger(Run build, OutputStream logger) {
        return new LineOutputStream() {
            @Override
            protected void line(byte[] text) throws IOException {
                String masked = new String(text, StandardCharsets.UTF_8);
                for (Secret secret : secrets) {
                    masked = masked.replace(secret.getPlainText(), "****");
                }
                logger.write(masked.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
