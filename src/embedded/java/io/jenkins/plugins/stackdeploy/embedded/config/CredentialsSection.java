package io.jenkins.plugins.stackdeploy.embedded.config;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor.FormException;
import hudson.util.Secret;
import io.jenkins.plugins.stackdeploy.embedded.cps.NearestName;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** Reads the part of the settings that lists credentials. */
final class CredentialsSection {
    private static final List<String> KINDS = List.of("usernamePassword", "string", "file");

    private CredentialsSection() {}

    static List<Credentials> of(Object section) {
        List<Credentials> found = new ArrayList<>();
        for (Object domain : ConfigurationFile.list(ConfigurationFile.at(section, "system", "domainCredentials"))) {
            for (Object entry : ConfigurationFile.list(ConfigurationFile.at(domain, "credentials"))) {
                Binding.map(entry).forEach((kind, settings) -> found.add(one(kind, Binding.map(settings))));
            }
        }
        return found;
    }

    private static Credentials one(String kind, Map<String, Object> settings) {
        CredentialsScope scope = CredentialsScope.valueOf(text(settings, "scope", "GLOBAL"));
        String id = text(settings, "id", null);
        String description = text(settings, "description", "");
        return switch (kind) {
            case "usernamePassword" -> login(scope, id, description, settings);
            case "string" ->
                new StringCredentialsImpl(scope, id, description, Secret.fromString(text(settings, "secret", "")));
            case "file" -> {
                byte[] content = Base64.getDecoder().decode(text(settings, "secretBytes", ""));
                String name = text(settings, "fileName", id);
                yield new FileCredentialsImpl(scope, id, description, name, SecretBytes.fromRawBytes(content));
            }
            default ->
                throw new IllegalArgumentException(
                        "Unknown kind of credentials '" + kind + "'" + NearestName.hint(kind, KINDS));
        };
    }

    private static Credentials login(
            CredentialsScope scope, String id, String description, Map<String, Object> settings) {
        try {
            UsernamePasswordCredentialsImpl login = new UsernamePasswordCredentialsImpl(
                    scope, id, description, text(settings, "username", ""), text(settings, "password", ""));
            login.setUsernameSecret(Boolean.parseBoolean(text(settings, "usernameSecret", "false")));
            return login;
        } catch (FormException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(Map<String, Object> settings, String name, String otherwise) {
        Object value = settings.get(name);
        return value == null ? otherwise : value.toString();
    }
}
