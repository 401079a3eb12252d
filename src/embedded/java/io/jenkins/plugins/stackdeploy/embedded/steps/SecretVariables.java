package io.jenkins.plugins.stackdeploy.embedded.steps;

import hudson.EnvVars;
import hudson.util.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Variables of which some are secret. */
final class SecretVariables extends EnvironmentExpander {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Secret> secrets;
    private final LinkedHashMap<String, String> open;

    SecretVariables(Map<String, Secret> secrets, Map<String, String> open) {
        this.secrets = new LinkedHashMap<>(secrets);
        this.open = new LinkedHashMap<>(open);
    }

    @Override
    public void expand(EnvVars env) {
        env.overrideAll(open);
        secrets.forEach((name, secret) -> env.override(name, secret.getPlainText()));
    }

    @Override
    public Set<String> getSensitiveVariables() {
        return Set.copyOf(secrets.keySet());
    }
}
