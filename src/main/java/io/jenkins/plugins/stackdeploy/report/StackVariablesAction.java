package io.jenkins.plugins.stackdeploy.report;

import hudson.EnvVars;
import hudson.model.EnvironmentContributingAction;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a freestyle build step tells the steps after it: environment variables about a stack. */
public class StackVariablesAction extends InvisibleAction implements EnvironmentContributingAction {
    private final Map<String, String> variables;

    /**
     * Variables.
     *
     * @param variables by name
     */
    public StackVariablesAction(Map<String, String> variables) {
        this.variables = new LinkedHashMap<>(variables);
    }

    @Override
    public void buildEnvironment(Run<?, ?> run, EnvVars env) {
        env.putAll(variables);
    }

    /**
     * The variables that tell of a stack: {@code STACK_ID}, {@code STACK_NAME}, {@code STACK_STATUS}, {@code STACK_ACTION},
     * {@code STACK_CHANGED}, and {@code OUTPUT_} with each output's key.
     *
     * @param prefix what the names start with; may be empty
     * @param facts the outcome's facts
     * @return by name
     */
    public static Map<String, String> ofStack(String prefix, Map<String, Object> facts) {
        Map<String, String> variables = new LinkedHashMap<>();
        put(variables, prefix + "STACK_ID", facts.get("stackId"));
        put(variables, prefix + "STACK_NAME", facts.get("stackName"));
        put(variables, prefix + "STACK_STATUS", facts.get("status"));
        put(variables, prefix + "STACK_ACTION", facts.get("action"));
        put(variables, prefix + "STACK_CHANGED", facts.get("changed"));
        if (facts.get("outputs") instanceof Map<?, ?> outputs) {
            outputs.forEach((key, value) -> put(variables, prefix + "OUTPUT_" + key, value));
        }
        return variables;
    }

    /**
     * The variables that tell of a stack set: {@code STACK_SET_ID} and {@code OPERATION_ID}, as CodePipeline calls what its
     * actions give to later ones, and {@code STACK_SET_NAME}, {@code STACK_SET_STATUS}, {@code STACK_SET_ACTION} and
     * {@code STACK_SET_CHANGED}.
     *
     * @param prefix what the names start with; may be empty
     * @param facts the outcome's facts
     * @return by name
     */
    public static Map<String, String> ofStackSet(String prefix, Map<String, Object> facts) {
        Map<String, String> variables = new LinkedHashMap<>();
        put(variables, prefix + "STACK_SET_ID", facts.get("stackSetId"));
        put(variables, prefix + "STACK_SET_NAME", facts.get("stackSetName"));
        put(variables, prefix + "STACK_SET_STATUS", facts.get("status"));
        put(variables, prefix + "STACK_SET_ACTION", facts.get("action"));
        put(variables, prefix + "STACK_SET_CHANGED", facts.get("changed"));
        put(variables, prefix + "OPERATION_ID", facts.get("operationId"));
        return variables;
    }

    private static void put(Map<String, String> variables, String name, Object value) {
        if (value != null) {
            variables.put(name, value.toString());
        }
    }
}
