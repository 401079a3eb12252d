package org.jenkinsci.plugins.workflow.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says that a step is not surrounded by what it needs. */
public class MissingContextVariableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Class<?> type;
    private final String functionName;

    public MissingContextVariableException(Class<?> type) {
        this(type, null);
    }

    /** @param d the step that needs it, or null */
    public MissingContextVariableException(Class<?> type, StepDescriptor d) {
        this.type = type;
        this.functionName = d == null ? null : d.getFunctionName();
    }

    public Class<?> getType() {
        return type;
    }

    @Override
    public String getMessage() {
        StringBuilder message =
                new StringBuilder("Required context ").append(type).append(" is missing");
        List<String> names =
                getProviders().stream().map(StepDescriptor::getFunctionName).toList();
        if (!names.isEmpty()) {
            message.append("\nPerhaps you forgot to surround the ")
                    .append(functionName == null ? "" : functionName + " ")
                    .append("step with a step that provides this, such as: ")
                    .append(String.join(", ", names));
        }
        return message.toString();
    }

    /** @return the steps whose bodies have it */
    public List<StepDescriptor> getProviders() {
        List<StepDescriptor> providers = new ArrayList<>();
        for (StepDescriptor each : StepDescriptor.all()) {
            if (contains(each.getProvidedContext()) && !contains(each.getRequiredContext())) {
                providers.add(each);
            }
        }
        return providers;
    }

    private boolean contains(Set<? extends Class<?>> classes) {
        return classes.stream().anyMatch(type::isAssignableFrom);
    }
}
