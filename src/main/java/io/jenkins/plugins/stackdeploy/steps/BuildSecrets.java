package io.jenkins.plugins.stackdeploy.steps;

import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.util.Secret;
import io.jenkins.plugins.stackdeploy.credentials.SecretParameters;
import io.jenkins.plugins.stackdeploy.engine.CloudException;
import io.jenkins.plugins.stackdeploy.engine.FaultKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of secret template parameters, fetched anew whenever they are sent. */
final class BuildSecrets {
    private BuildSecrets() {}

    /**
     * Fetches them.
     *
     * @param job names them
     * @param run the build
     * @return values by template parameter
     * @throws CloudException when one is gone since the step began
     */
    static Map<String, String> values(DeployJob job, Run<?, ?> run) throws CloudException {
        Map<String, String> values = new LinkedHashMap<>();
        for (ParametersAction action : run.getActions(ParametersAction.class)) {
            for (ParameterValue parameter : action.getParameters()) {
                if (job.secretBuildParameters().contains(parameter.getName())) {
                    values.put(parameter.getName(), text(parameter));
                }
            }
        }
        for (Map.Entry<String, String> hidden : job.encryptedParameters().entrySet()) {
            Secret value = Secret.decrypt(hidden.getValue());
            if (value == null) {
                String lost = Messages.Input_undecipherable(hidden.getKey());
                throw new CloudException(FaultKind.CREDENTIALS, "Parameters", null, lost, null);
            }
            values.put(hidden.getKey(), value.getPlainText());
        }
        try {
            for (Map.Entry<String, String> secret : job.secretCredentials().entrySet()) {
                values.put(secret.getKey(), SecretParameters.value(secret.getKey(), secret.getValue(), run));
            }
        } catch (IllegalArgumentException gone) {
            throw new CloudException(FaultKind.CREDENTIALS, "Parameters", null, gone.getMessage(), null);
        }
        return values;
    }

    /** A build parameter's value as text; a secret one in the clear. */
    static String text(ParameterValue parameter) {
        Object value = parameter.getValue();
        return value instanceof Secret secret ? secret.getPlainText() : String.valueOf(value);
    }
}
