package io.jenkins.plugins.stackdeploy.embedded.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import hudson.util.Secret;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Puts credentials into variables. */
final class CredentialsBinding {
    private final String kind;
    private final Map<String, ?> arguments;

    private CredentialsBinding(String kind, Map<String, ?> arguments) {
        this.kind = kind;
        this.arguments = arguments;
    }

    static CredentialsBinding of(UninstantiatedDescribable described) {
        return new CredentialsBinding(described.getSymbol(), described.getArguments());
    }

    /**
     * @param secrets gets the variables to mask
     * @param open gets the others
     */
    void bind(Run<?, ?> run, Map<String, Secret> secrets, Map<String, String> open) throws AbortException {
        switch (kind) {
            case "string" -> {
                Secret text = find(run, StringCredentials.class).getSecret();
                secrets.put(required("variable"), text);
            }
            case "usernamePassword" -> bindLogin(find(run, StandardUsernamePasswordCredentials.class), secrets, open);
            case "declarativeCredentials" ->
                bindForDeclarative(find(run, StandardCredentials.class), required("variable"), secrets, open);
            default -> throw new AbortException("withCredentials knows string and usernamePassword, not " + kind);
        }
    }

    private void bindLogin(
            StandardUsernamePasswordCredentials login, Map<String, Secret> secrets, Map<String, String> open)
            throws AbortException {
        secrets.put(required("passwordVariable"), login.getPassword());
        if (login.isUsernameSecret()) {
            secrets.put(required("usernameVariable"), Secret.fromString(login.getUsername()));
        } else {
            open.put(required("usernameVariable"), login.getUsername());
        }
    }

    /** As {@code environment { NAME = credentials('id') }} does: the parts of a login get names of their own. */
    private static void bindForDeclarative(
            StandardCredentials found, String name, Map<String, Secret> secrets, Map<String, String> open)
            throws AbortException {
        if (found instanceof StringCredentials text) {
            secrets.put(name, text.getSecret());
        } else if (found instanceof StandardUsernamePasswordCredentials login) {
            String password = Secret.toString(login.getPassword());
            secrets.put(name, Secret.fromString(login.getUsername() + ":" + password));
            secrets.put(name + "_PSW", login.getPassword());
            open.put(name + "_USR", login.getUsername());
        } else {
            throw new AbortException("No suitable binding handler could be found for " + found.getId());
        }
    }

    private String required(String name) throws AbortException {
        if (arguments.get(name) instanceof String value && !value.isEmpty()) {
            return value;
        }
        throw new AbortException(kind + " needs " + name);
    }

    private <C extends StandardCredentials> C find(Run<?, ?> run, Class<C> type) throws AbortException {
        String id = required("credentialsId");
        StandardCredentials found = CredentialsProvider.findCredentialById(id, StandardCredentials.class, run);
        if (found == null) {
            throw new AbortException("Could not find credentials entry with ID '" + id + "'");
        }
        if (!type.isInstance(found)) {
            throw new AbortException("Credentials '" + id + "' is of type '"
                    + found.getClass().getSimpleName() + "' where '" + type.getName() + "' was expected");
        }
        CredentialsProvider.track(run, found);
        return type.cast(found);
    }
}
